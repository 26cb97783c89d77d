/// The papers that are laid into a PDF, and what its templates are told of them.
struct LaidPapers {
    struct Told: Encodable {
        struct Paper: Encodable {
            /// Its place among those that are laid in; nil for one that is not.
            var number: Int?
            /// Of each page, whether it lies on its side.
            var wide: [Bool] = []
            /// Behind its name in the contents.
            var mark: String?
            /// What stands in the place of its pages.
            var sentence: String?
        }

        var papers: [String: Paper] = [:]
        var notice: Notice?
    }

    private(set) var papers: [PackPaper] = []
    private(set) var told = Told()

    init(of document: PackDocument, _ given: [PackPaper]) {
        var unfit: [String] = []
        for name in document.papers {
            guard let paper = given.first(where: { $0.name == name && $0.isPDF }), let look = paper.look else {
                continue
            }
            if let reason = look.refused {
                told.papers[name] = Told.Paper(
                    mark: "not in this file",
                    sentence: "Its pages are not in this file: \(reason.words). It goes out beside it.")
            } else {
                let isAccessible = look.isAccessible ?? false
                told.papers[name] = Told.Paper(
                    number: papers.count, wide: look.wide ?? [],
                    mark: isAccessible ? nil : "not made for screen readers")
                if !isAccessible { unfit.append(name) }
                papers.append(paper)
            }
        }
        guard !unfit.isEmpty else { return }
        let isMany = unfit.count > 1
        let whom =
            document.facts.contains { $0.label == Self.access }
            ? "whoever is named above under “\(Self.access)”" : "whoever sent you these papers"
        told.notice = Notice(
            .note,
            title: isMany
                ? "Papers that may not be read aloud in order" : "A paper that may not be read aloud in order",
            text: "\(unfit.joinedInWords) \(isMany ? "do" : "does") not say that "
                + "\(isMany ? "they were" : "it was") made for screen readers. Ask \(whom) for "
                + "\(isMany ? "them" : "it") in another form.")
    }

    private static let access = "Access needs"
}
