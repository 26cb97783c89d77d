import Workflow

extension View {
    /// The titles of the roles that schedule meetings, where somebody may not themselves; none where they may.
    ///
    /// - Parameter body: whose meetings; nil for those of any body.
    public func schedulers(of body: String? = nil, besides standing: Standing) throws -> [String] {
        let meeting = try definition("meeting")
        let schedule = try start(of: meeting)
        let roles =
            try body.map {
                try Set(actor(standing, writing: ["body": .text($0)], of: meeting.name, begins: true).roles)
            } ?? standing.roles
        return roles.isDisjoint(with: schedule.by) ? schedule.by.map(meeting.title(ofRole:)) : []
    }
}
