import Foundation
import Partnership
import UseCases
import Workflow

/// Seats, and the dates of the year.
extension Year {
    func seatEverybody() throws {
        let people = Cast.seats.sorted { $0.key < $1.key }.flatMap { body, seats in
            seats.map { (person: $0.person, seat: SeatName(body: body, role: $0.role)) }
        }
        for (person, seats) in Dictionary(grouping: people, by: \.person).sorted(by: { $0.key < $1.key }) {
            let added = try place.does(
                AddPerson(person, seats: seats.map(\.seat), terms: SeatTerms(since: Year.first)), as: Cast.registrar)
            names[added.answer.person] = person
        }
        for guest in Cast.guests {
            let added = try place.does(AddPerson(guest), as: Cast.registrar)
            names[added.answer.person] = guest
        }
    }

    /// Somebody who stands in where the area's own are both barred; the registrar seats them when they are first needed.
    func relief(in area: String) throws -> String {
        let person = "Relief \(area.capitalized)"
        if !names.values.contains(person) {
            let added = try place.does(
                AddPerson(person, seats: [SeatName(body: area, role: "dco")], terms: SeatTerms(since: today)),
                as: Cast.registrar)
            names[added.answer.person] = person
        }
        return person
    }

    /// The dates of a quarter; the Board's and the groups' of half a year.
    func scheduleSeries() throws {
        let weekdays = ["north": "second tuesday", "south": "second wednesday", "east": "second thursday"]
        guard today.dayOfMonth == 2 || today.dayOfMonth == 1 || today == Year.first else { return }
        let month = today.month
        if [1, 4, 7, 10].contains(month) {
            for area in Cast.areas { try series(of: area, every: "month", on: weekdays[area] ?? "", months: 3) }
        }
        if [1, 7].contains(month) {
            try series(of: "board", every: "2 months", on: "third wednesday", months: 6)
            for group in Cast.groups { try series(of: group, every: "2 months", on: "last monday", months: 6) }
        }
    }

    private func series(of body: String, every: String, on: String, months: Int) throws {
        guard let series = MeetingSeries(every: every, on: on) else { throw trouble("no series is \(every) \(on)") }
        let until = Day(year: today.year, month: today.month, day: 1)!.adding(months: months) - 1
        try step(
            ScheduleSeries(body: body, series: series, days: today...until, given: [:]), as: Cast.chair(of: body),
            touching: [], "series of \(body) until \(until)"
        ) { list, answer in
            for meeting in answer.meetings {
                list.meetings[meeting.ref] = PlainList.Meeting(body: body, date: meeting.date)
            }
        }
    }
}
