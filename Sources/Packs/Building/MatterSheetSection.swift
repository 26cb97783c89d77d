import Partnership

/// A matter's sheet as a section of a pack.
struct MatterSheetSection {
    let matter: MatterSheet

    /// What was brought that is no issue, where there is more to read of it than its line.
    static func all(of papers: MeetingPapers) -> PackSection? {
        let matters = papers.agenda.compactMap(\.matter).filter(\.isTelling)
        guard !matters.isEmpty else { return nil }
        return PackSection(
            id: "matters", title: "Papers and updates", startsPage: matters.count > 2,
            sections: matters.map { MatterSheetSection(matter: $0).section })
    }

    /// The files that go out with a meeting's papers.
    static func attached(to papers: MeetingPapers) -> [AttachedLine] {
        papers.agenda.compactMap(\.matter).flatMap(\.attached).map(AttachedLine.init)
    }

    static func id(_ ref: String) -> String { "matter-\(ref.slug)" }

    var section: PackSection {
        PackSection(id: Self.id(matter.ref), title: title, blocks: blocks, sections: papers)
    }

    private var title: String { "\(matter.ref): \(matter.title)" }

    /// What is set right after it.
    private var papers: [PackSection] {
        matter.attached.filter(\.isSet).map { paper in
            PackSection(
                id: "paper-\(paper.name.slug)", title: "\(title) (\(paper.name))",
                blocks: [.facts(FactList([fact(paper)]))], paper: paper.name)
        }
    }

    private func fact(_ paper: AttachedPaper) -> Fact {
        let size = "\(paper.format.rawValue.uppercased()), \((paper.size + 1023) / 1024) KB"
        return Fact("Paper", "\(paper.name) (\(size))", link: paper.name)
    }

    private var blocks: [Block] {
        var blocks: [Block] = matter.summary.map { Block.paragraphs($0.sentence) } ?? []
        if let recommendation = matter.recommendation {
            blocks.append(.notice(Notice(.ask, title: "What the meeting is asked", text: recommendation.sentence)))
        }
        let facts =
            [
                Fact("Author", optional: matter.author),
                Fact("Areas affected", optional: matter.areasAffected),
                Fact("Considered before", optional: matter.consideredBefore?.sentence),
                Fact("Consulted", optional: matter.consultations?.sentence),
                Fact("Implications", optional: matter.implications?.sentence),
                Fact("If it is not decided", optional: matter.ifNotDecided?.sentence),
            ].compactMap(\.self)
            + matter.attached.filter { !$0.isSet }.map(fact)
        if !facts.isEmpty { blocks.append(.facts(FactList(facts))) }
        return blocks
    }
}
