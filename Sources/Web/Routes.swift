import Hummingbird

/// Every address of the product, and who may use it.
package enum Routes {
    package static let all: [Route] = [
        SessionPages.routes,
        PasswordPages.routes,
        OwnAccountPages.routes,
        TelephonePages.routes,
        AccountPages.routes,
        AccountLockPages.routes,
        UnitPages.routes,
        UnitPage.routes,
        BoundaryPages.routes,
        JournalPages.routes,
        PlanPages.routes,
        RegisterPages.routes,
        RegisterImportPages.routes,
        AlarmPages.routes,
        DeskPages.routes,
        FireReportPages.routes,
        WarningPages.routes,
        PublicWarningPages.routes,
        CardPages.routes,
        DevicePages.routes,
        DrillPages.routes,
        FalseAlarmPages.routes,
        InspectionPages.routes,
        PublicationPages.routes,
        RegisterAPI.routes,
        AccessKeys.routes,
        DuplicatePages.routes,
        LibraryPages.routes,
        ReportPages.routes,
        StorybookPages.routes,
        WorkPages.routes,
        OverviewPages.routes,
    ].flatMap { $0 }
}
