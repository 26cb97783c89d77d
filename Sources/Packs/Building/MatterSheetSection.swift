import Partnership

/// A matter's sheet as a section of a pack.
struct MatterSheetSection {
    let matter: MatterSheet

    static func id(_ ref: String) -> String { "matter-\(ref.slug)" }

    var section: PackSection {
        PackSection(id: Self.id(matter.ref), title: "\(matter.ref): \(matter.title)", blocks: blocks)
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
            + matter.attached.map { paper in
                let size = "\(paper.format.rawValue.uppercased()), \((paper.size + 1023) / 1024) KB"
                return Fact("Paper", "\(paper.name) (\(size))", link: paper.name)
            }
        if !facts.isEmpty { blocks.append(.facts(FactList(facts))) }
        return blocks
    }
}
