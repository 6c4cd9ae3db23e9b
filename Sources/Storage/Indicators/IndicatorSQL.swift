import Domain

/// An indicator as parts of a statement over its register `r`: one statement counts any number of
/// wards, and never one for each.
struct IndicatorSQL {
    /// Which wards are counted.
    enum Scope {
        case one(String)
        case some([String])

        func holds(_ column: SQL) -> SQL {
            switch self {
            case .one(let ward): "\(column) = \(ward)"
            case .some(let wards): "\(column) IN \(SQL.list(wards))"
            }
        }
    }

    let table: SQL
    /// Records that other registers name; a join, because both engines do it well at any size.
    let joins: SQL
    /// 1 where a record is one of the set; never empty.
    let isOfSet: SQL
    /// 1 where it counts.
    let isCounted: SQL
    /// What it adds: one, or its field.
    let amount: SQL
    private let scope: Scope

    /// - Parameter day: as of which it is told; of an indicator of a period the last one looked at.
    init(_ indicator: Indicator, on day: Day, _ scope: Scope) {
        let set = indicator.set
        self.scope = scope
        table = RegisterSQL.name(set.register.name)
        var joins: [SQL] = []
        let part: (RecordPart) -> SQL = { part in
            switch part {
            case .that(let condition): return RegisterSQL.condition(condition(day))
            case .named(let register, let field, let condition):
                let alias = SQL(stringLiteral: "n\(joins.count + 1)")
                joins.append(
                    Self.join(alias, register, RegisterSQL.name(field), condition(day), scope))
                return "\(alias).named IS NOT NULL"
            }
        }
        let isExcepted: SQL? = set.without.map(part)
        let own = RegisterSQL.condition(set.condition(day))
        isOfSet =
            isExcepted.map {
                "CASE WHEN (\($0)) THEN 0 WHEN (\(own)) THEN 1 ELSE 0 END"
            } ?? "CASE WHEN (\(own)) THEN 1 ELSE 0 END"
        let counts: SQL = indicator.part.map(part) ?? "1 = 1"
        isCounted = "CASE WHEN (\(counts)) THEN 1 ELSE 0 END"
        amount = indicator.field.map { "COALESCE(r.\(RegisterSQL.name($0)), 0)" } ?? "1"
        self.joins = SQL.joined(joins, by: " ")
    }

    private static func join(
        _ alias: SQL, _ register: RegisterDescription, _ field: SQL, _ condition: Condition,
        _ scope: Scope
    ) -> SQL {
        """
        LEFT JOIN (SELECT DISTINCT r.ward, r.\(field) AS named
            FROM \(RegisterSQL.name(register.name)) r
            WHERE \(scope.holds("r.ward")) AND r.ended_at IS NULL AND r.\(field) IS NOT NULL
                AND \(RegisterSQL.condition(condition))) \(alias)
            ON \(alias).ward = r.ward AND \(alias).named = r.id
        """
    }

    /// Live records of the set.
    var records: SQL {
        "\(table) r \(joins) WHERE \(scope.holds("r.ward")) AND r.ended_at IS NULL AND \(isOfSet) = 1"
    }

    /// `counted` and `whole` of the set.
    var sums: SQL {
        """
        CAST(COALESCE(SUM(CASE WHEN \(isCounted) = 1 THEN \(amount) ELSE 0 END), 0)
            AS DOUBLE PRECISION) AS counted,
        CAST(COALESCE(SUM(\(amount)), 0) AS DOUBLE PRECISION) AS whole
        """
    }
}
