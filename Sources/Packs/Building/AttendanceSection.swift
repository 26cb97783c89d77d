import Partnership

/// Who was there, for whom, and who sent apologies. The public edition gives roles and organisations.
struct AttendanceSection {
    let lines: [AttendanceLine]
    let edition: Edition
    /// What quorum and deputies rest on; nil where that is not on record.
    let terms: TermsOfReference?

    init(_ lines: [AttendanceLine], edition: Edition, terms: TermsOfReference? = nil) {
        self.lines = lines
        self.edition = edition
        self.terms = terms
    }

    var section: PackSection {
        guard !lines.isEmpty else {
            return PackSection(
                id: "attendance", title: "Attendance", blocks: [.sentence("Attendance has not been recorded yet.")])
        }
        return PackSection(
            id: "attendance", title: "Attendance",
            blocks: [.table(table)] + inAttendance + [apologies, .sentence(percentage)]
                + (terms.map { [.sentence("Quorum and deputies are those of \($0.words).")] } ?? []))
    }

    private var table: PackTable {
        let attending = lines.filter { ($0.status == .present || $0.status == .deputised) && !$0.isInAttendance }
        if edition.namesPeople {
            return PackTable(
                caption: "Present",
                columns: [
                    .init("Name", width: 4), .init("Role", width: 4), .init("Organisation", width: 4),
                    .init("Deputy for", width: 4),
                ],
                rows: attending.map { line in
                    PackTable.Row(
                        .init(line.person.name, details: line.notes),
                        [
                            .init(line.person.role ?? "–"), .init(line.person.organisation ?? "–"),
                            .init(line.deputyFor?.shortWords ?? "–"),
                        ])
                })
        }
        return PackTable(
            caption: "Present",
            columns: [.init("Role", width: 5), .init("Organisation", width: 5), .init("Deputy for", width: 4)],
            rows: attending.map { line in
                PackTable.Row(
                    .init(line.person.role ?? "Member", details: line.notes),
                    [.init(line.person.organisation ?? "–"), .init(line.deputyFor?.shortWords ?? "–")])
            })
    }

    /// Who was there without being a member.
    private var inAttendance: [Block] {
        let others = lines.filter(\.isInAttendance)
        guard !others.isEmpty else { return [] }
        let words = others.map { line in
            // Who looks on by a seat of theirs is named by it.
            let what = line.capacity?.title ?? (line.person.role == nil ? "Guest" : "")
            let isNamed = edition.namesPeople || line.person.role != nil
            let who = isNamed ? line.person.words : line.person.organisation ?? ""
            return ([[who, what].filter { !$0.isEmpty }.joined(separator: ", ")] + line.notes).joined(separator: ". ")
        }
        return [
            .paragraph(Paragraph("", lead: "In attendance, without being members")),
            .list(ItemList(words.map(\.sentence))),
        ]
    }

    private var apologies: Block {
        func people(_ status: AttendanceLine.Status) -> [String] {
            lines.filter { $0.status == status }.map(\.person.words)
        }
        var facts: [Fact] = []
        let sent = people(.apologies)
        facts.append(Fact("Apologies", sent.isEmpty ? "None." : sent.joined(separator: "; ").sentence))
        let absent = people(.absent)
        if !absent.isEmpty { facts.append(Fact("Absent", absent.joined(separator: "; ").sentence)) }
        let unmarked = people(.unmarked)
        if !unmarked.isEmpty { facts.append(Fact("Not recorded", unmarked.joined(separator: "; ").sentence)) }
        let vacant = people(.vacant)
        if !vacant.isEmpty { facts.append(Fact("Vacant seats", vacant.joined(separator: "; ").sentence)) }
        return .facts(FactList(facts))
    }

    /// (present + deputised) / seats filled on the day; vacant seats stand apart.
    private var percentage: String {
        let seats = lines.filter { $0.isCounted && $0.status != .vacant }
        let attendance = Attendance(
            present: seats.count { $0.status == .present }, deputised: seats.count { $0.status == .deputised },
            filled: seats.count)
        guard let attendance, let percent = attendance.percentage else { return "No seat was filled on the day." }
        let attended = attendance.present + attendance.deputised
        return "\(attended) of \(attendance.filled.words("filled seat")) attended or sent a deputy (\(percent)%)."
    }
}

extension AttendanceLine {
    /// They were there, and are no member, as what they are on record as or as none.
    fileprivate var isInAttendance: Bool { status == .present && !isCounted }

    /// How and for how much of it they were there.
    fileprivate var notes: [String] {
        [
            isOnline ? "Online" : nil, isCounted ? capacity?.title : nil, arrived.map { "Arrived for item \($0)" },
            departed.map { "Left before item \($0)" },
        ].compactMap(\.self)
    }
}

extension AttendanceLine.Capacity {
    fileprivate var title: String {
        switch self {
        case .guest: "Guest"
        case .adviser: "Adviser"
        case .minuteTaker: "Minute-taker"
        }
    }
}
