import Partnership
import Register
import Workflow

extension ShownMeeting.Due {
    /// Everything that is due for a meeting, in the order of the days.
    ///
    /// - Parameter agenda: as the asker may read it.
    static func all(
        of reading: MeetingReading, _ agenda: [AgendaItemAnswer], from view: View
    ) throws -> [ShownMeeting.Due] {
        let meeting = reading.meeting
        let body = reading.body
        guard let date = meeting.meeting.date, !meeting.meeting.isCalledOff else { return [] }
        let dates = try view.dates(of: body, meetingOn: date)
        let clerks = try view.reference.titles(of: .buildAgenda, at: body)
        let called = try view.called(for: meeting)
        var call = ShownMeeting.Due(what: .call, day: dates.callBy, from: clerks, done: called.map(\.on).min())
        if body.callForItems == nil { call.byDefault = Body.usualCallForItems }
        let leads = body.agenda.map(\.lead).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let papers = try agenda.compactMap { line -> ShownMeeting.Due? in
            guard let matter = try line.matter.map({ try view.item($0).matter }), let day = matter.followsOn else {
                return nil
            }
            let lead = try matter.lead.map { try view.known($0).name }
            return ShownMeeting.Due(
                what: .paper, day: day, from: [lead ?? matter.author].compactMap(\.self), ref: line.matter,
                title: line.title)
        }
        let due =
            [
                call,
                ShownMeeting.Due(
                    what: .cutOff, day: dates.cutOff,
                    from: try leads.map { try view.reference.title(ofRole: $0) }),
            ] + papers + [
                ShownMeeting.Due(
                    what: .publish, day: dates.publishBy, from: clerks, done: meeting.meeting.publishedOn),
                ShownMeeting.Due(
                    what: .minutes, day: dates.minutesBy, from: try view.reference.titles(of: .minute, at: body),
                    done: meeting.meeting.circulatedOn),
            ]
        return due.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

extension ReferenceData {
    /// The titles of the seats in a body whose holders have a permission there.
    fileprivate func titles(of permission: Permission, at body: Body) -> [String] {
        let able = permissions[permission]
        return roles.filter { $0.acts[SeatRole.Place(body.kind)].map(able.contains) ?? false }.map(\.title)
    }
}
