import Foundation
import Ledger
import Partnership
import Workflow

/// How words are taken out again of what they were taken out of once.
public struct RepeatedRedaction: Sendable {
    /// What stands for words that were taken out.
    let mark: String
    /// Makes the model of an issued paper anew without the words that were cut; nil where that cannot be.
    let setAnew: @Sendable (_ model: Data, _ number: Int, _ day: Day, _ cuts: PaperCuts) -> Data?

    public init(
        mark: String,
        setAnew: @escaping @Sendable (_ model: Data, _ number: Int, _ day: Day, _ cuts: PaperCuts) -> Data?
    ) {
        self.mark = mark
        self.setAnew = setAnew
    }
}

extension Operation {
    /// Erases again what a list says was erased after a point that it goes on from, and takes words out again of what was
    /// mended. What the register has put into the vault since then has the keys of what is on the list, and is something
    /// else. Where another list had other words taken out of the same text, nothing is left of it.
    public func eraseAgain(
        _ list: ErasureList, after point: RegisterPoint, by redaction: RepeatedRedaction
    ) throws -> ErasedAgain {
        var erased = ErasedAgain.none
        let lines = Dictionary(uniqueKeysWithValues: list.lines.map { ($0.vaultKey, $0) })
        for line in list.lines where line.vaultKey <= point.sealed {
            let cuts = line.isMended ? list.cuts(ofKey: line.vaultKey, in: lines) : nil
            guard let (row, applied) = try standing(line.vaultKey) else { continue }
            if let cuts, applied.starts(with: cuts) { continue }
            erased.count += 1
            let key = row.count("id")
            guard line.isMended || !applied.isEmpty, let place = try place(of: row),
                try isShown(vaultKey: key, of: row.count("item"))
            else {
                try erase(value: key, cuts: line.cuts == nil ? nil : Cuts.unknown)
                continue
            }
            if let cuts, cuts.starts(with: applied.compactMap(\.self)),
                try mend(row, by: cuts.dropFirst(applied.count), redaction.mark)
            {
                erased.mended.append(place)
            } else {
                try erase(value: key, cuts: Cuts.unknown)
                if line.isMended { erased.dropped.append(place) }
            }
        }
        for model in try view.issuedModels() {
            guard let name = model.files.last, let gone = list.contents[model.digest], gone.became != nil,
                let (new, cuts, times) = try anew(model, list, redaction)
            else { continue }
            try redact(model, to: new, cuts: cuts, times: times)
            erased.count += 1
            erased.mended.append(ErasedAgain.Place(ref: name.item, field: name.name))
        }
        // What took the place of a paper and cannot be made again: what is left of it goes as a whole.
        for digest in list.contents.keys.sorted() where try connection.isKept(contents: digest) {
            let papers = try view.issued(where: "issued.digest = ?", .text(digest))
            erased.count += 1
            erased.dropped += papers.map { ErasedAgain.Place(ref: $0.item, field: $0.name) }
            try erase(contents: digest)
        }
        view.keptDirectory = nil
        isKept = true
        return erased
    }

    /// What stands where a value of the vault stood, and what was taken out of that since; nil where nothing does.
    private func standing(_ key: Int) throws -> (row: Row, applied: [Cuts?])? {
        var (key, applied) = (key, [Cuts?]())
        while true {
            let row = try connection.row(
                """
                SELECT vault.id, vault.item, vault.field, vault.value, item.reference FROM vault
                LEFT JOIN item ON item.id = vault.item WHERE vault.id = ?
                """, [.integer(key)])
            if let row { return (row, applied) }
            let gone = try connection.row("SELECT became, cuts FROM erased WHERE vault = ?", [.integer(key)])
            guard let gone, let became = gone.integer("became"), became > key else { return nil }
            applied.append(gone.text("cuts").flatMap(Cuts.init))
            key = became
        }
    }

    /// Where a text stands, as people call it; nil for what is no text of an item.
    private func place(of row: Row) throws -> ErasedAgain.Place? {
        guard let reference = row.text("reference") else { return nil }
        let field = row.word("field").replacing("-", with: " ")
        // What was minuted under an item of an agenda is kept with what that was about.
        let minuted = try connection.row(
            """
            SELECT item.reference, agenda_item.number FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.discussed = ?
            """, [.text(Sealed(key: row.count("id")).text)])
        return ErasedAgain.Place(
            ref: minuted.map { "\($0.word("reference")) \($0.word("number"))" } ?? reference, field: field)
    }

    /// Whether one cut after the other could be made.
    private func mend(_ row: Row, by cuts: some Sequence<Cuts>, _ mark: String) throws -> Bool {
        var texts: [(cuts: Cuts, new: String)] = []
        for cut in cuts {
            guard let new = cut.made(of: texts.last?.new ?? row.word("value"), mark: mark) else { return false }
            texts.append((cut, new))
        }
        var key: Int? = row.count("id")
        for (cut, new) in texts {
            guard let old = key else { break }
            key = try redact(vaultKey: old, to: new, cuts: cut)
        }
        return !texts.isEmpty
    }

    /// A model without the words that a list says were taken out of it, the last cut that was made, and how many were: each
    /// form is the very one that the list knows. Nil where it cannot be made so.
    private func anew(
        _ model: IssuedModel, _ list: ErasureList, _ redaction: RepeatedRedaction
    ) throws -> (new: Data, cuts: PaperCuts?, times: Int)? {
        guard var form = try connection.contents(model.digest) else { return nil }
        var (digest, times, last) = (model.digest, 0, PaperCuts?.none)
        while let gone = list.contents[digest] {
            guard let became = gone.became, let cuts = gone.cuts.flatMap(PaperCuts.init), let day = Day(iso: gone.day),
                let new = redaction.setAnew(form, model.redacted + times + 1, day, cuts),
                NewPaper.digest(of: new) == became
            else { return nil }
            (form, digest, last) = (new, became, cuts)
            times += 1
        }
        // Several cuts in one are not told: whoever goes back once more sets the paper anew by the older list.
        return times == 0 ? nil : (form, times == 1 ? last : nil, times)
    }
}

/// What was erased again in a register that was made of an older copy.
public struct ErasedAgain: Sendable, Codable {
    public struct Place: Hashable, Sendable, Codable {
        public let ref: String
        public let field: String
    }

    public static let none = ErasedAgain(count: 0, mended: [], dropped: [])

    /// How many values, those that were mended among them.
    public internal(set) var count: Int
    /// Texts and issued papers that are there without the words that had been taken out of them.
    public internal(set) var mended: [Place]
    /// Texts and issued papers that words had been taken out of, and that are gone as a whole: what was left of them cannot be
    /// told.
    public internal(set) var dropped: [Place]

    public static func + (left: ErasedAgain, right: ErasedAgain) -> ErasedAgain {
        ErasedAgain(
            count: left.count + right.count, mended: left.mended + right.mended, dropped: left.dropped + right.dropped)
    }
}
