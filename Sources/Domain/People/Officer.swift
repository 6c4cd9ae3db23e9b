/// The person who acts (cán bộ, người dùng): given explicitly to everything that asks for rights.
package struct Officer: Sendable, Equatable {
    /// Identifier of the account.
    package let id: String
    /// Code of the ward; every query is held within it.
    package let ward: String
    package let login: String
    package let name: String
    package let role: Role
    /// Identifier of the unit that the person belongs to.
    package let unit: String?
    /// From where: `web 10.0.0.7`, `cli`; kept in the journal.
    package let origin: String

    package init(
        id: String, ward: String, login: String, name: String, role: Role, unit: String?,
        origin: String
    ) {
        self.id = id
        self.ward = ward
        self.login = login
        self.name = name
        self.role = role
        self.unit = unit
        self.origin = origin
    }

    package func may(_ permission: Permission) -> Bool { role.may(permission) }

    /// - Throws: `.forbidden` when the role does not carry the permission.
    package func require(_ permission: Permission) throws(Problem) {
        guard may(permission) else {
            throw Problem(
                .forbidden,
                "Vai trò «\(role.title)» không được làm việc này. Hãy nhờ Văn phòng hoặc quản trị hệ thống."
            )
        }
    }
}
