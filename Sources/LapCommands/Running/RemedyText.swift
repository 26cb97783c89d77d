import Workflow

extension Remedy {
    /// What would help, as a command line says it: `Give --late-reason.`, `lap issue edit N-7 --consent …`.
    ///
    /// - Parameters:
    ///   - noun: what the refused item is; nil when that is not known.
    ///   - reference: the refused item's; nil for one that has not begun.
    func text(noun: Noun? = nil, reference: String? = nil) -> String {
        if let command = command(noun: noun, reference: reference) { return command }
        return switch self {
        case .give(let fields): "Give \(Remedy.list(fields.map { "--\($0)" }, "and"))."
        case .cause(let event, _, _, _): "Cause “\(event)” first."
        case .act: "Have somebody with that role do it, with --as."
        case .deed("sign-in", _): "Name yourself with --as, or set LAP_AS."
        case .deed("make-html", _): "HTML needs no other program: --format html."
        case .deed(let name, _): "Do this first: \(name)."
        case .date: "Say when it happened with --on."
        case .dated(let day): "Give --on \(day) or a later day."
        case .say(let sentence): sentence
        }
    }

    /// The command that it comes to; nil when it comes to none.
    func command(noun: Noun?, reference: String?) -> String? {
        switch self {
        case .cause(let event, let workflow, let item, let giving):
            guard let named = workflow.map(Noun.of(workflow:)) ?? noun else { return nil }
            // An item of another workflow, or one that is still to begin, has no name yet.
            let subject = item ?? (workflow == nil ? reference : nil)
            // What a word without an option gives stands in capitals: `BODY`.
            let options = giving.map { workflow != nil && $0 == named.leadingField ? $0.uppercased() : "--\($0) …" }
            let open = subject == nil && options.isEmpty ? ["…"] : []
            return
                (["lap", named.name, subject == nil ? named.verb(of: event) : event] + [subject].compactMap(\.self)
                + options + open).joined(separator: " ")
        case .deed(let name, let item):
            let own = noun?.workflow == "meeting" ? reference : nil
            return Remedy.deed(name, on: item, meeting: item ?? own ?? "MEETING", refused: reference, noun: noun)
        case .give, .act, .date, .dated, .say: return nil
        }
    }

    private static func deed(
        _ name: String, on subject: String?, meeting: String, refused: String?, noun: Noun?
    ) -> String? {
        switch name {
        case "attend": "lap meeting attend \(meeting) --present NAME"
        case "declare": "lap meeting declare \(meeting) ITEM --person NAME --interest …"
        case "minute": "lap minutes record \(meeting) ITEM --discussed …"
        case "build-agenda": "lap agenda build \(meeting)"
        case "release-item": "lap agenda release \(meeting) ITEM --because …"
        case "exclude-public": "lap minutes exclude \(meeting)"
        case "release-word": "lap pack release \(subject ?? meeting) --word …"
        case "release-word-at": "lap pack release \(subject ?? meeting) --word … --at …"
        case "redact": "lap redact \(subject ?? refused ?? "REF") --words … --because CAUSE --yes"
        case "redact-file": "lap redact \(subject ?? refused ?? "REF") --paper FILE --because CAUSE --yes"
        case "make-pack": "lap pack agenda \(meeting)"
        case let name where name.hasPrefix("make-") && name.hasSuffix("-paper"):
            "lap pack \(name.dropFirst(5).dropLast(6)) \(meeting)"
        case "give-address": "lap member edit \(subject.map { "\"\($0)\"" } ?? "NAME") --email ADDRESS"
        case "notice-pack": "lap pack notice \(meeting) --format ics"
        case "issued-packs": (["lap pack issued"] + [subject].compactMap(\.self)).joined(separator: " ")
        case "seat": "lap member seat \(subject.map { "\"\($0)\"" } ?? "NAME") --seat BODY/ROLE"
        case "add-person": "lap member add \"NAME <MAIL>\" --seat BODY/ROLE"
        case "members": "lap member list"
        case "contacts": "lap contact list"
        case "add-contact": "lap contact add TITLE --reach NUMBER"
        case "show": "lap show \(subject ?? refused ?? "REF")"
        case "list": (subject.flatMap(Noun.of(workflow:)) ?? noun).map { "lap \($0.name) list" }
        case "log": (["lap log"] + [subject].compactMap(\.self)).joined(separator: " ")
        case "undo": "lap undo \(subject ?? "OPERATION")"
        case "check": "lap fsck"
        case "give-out": "lap raiser export \(subject ?? refused ?? "REQUEST") --to FOLDER"
        case "give-out-member": "lap member export \(subject ?? refused ?? "REQUEST") --to FOLDER"
        case "erase": "lap raiser erase \(subject ?? refused ?? "REQUEST")"
        case "erase-member": "lap member erase \(subject ?? refused ?? "REQUEST")"
        case "dispose": "lap retention purge \(subject ?? refused ?? "REQUEST")"
        case "approve-request": "lap request approve \(subject ?? refused ?? "REQUEST")"
        case "find": "lap find WORDS"
        case "drafts": "lap drafts"
        case "area-status": "lap status --area \(subject ?? "AREA")"
        case "show-workflow": "lap workflow show \(subject ?? "WORKFLOW")"
        case "check-workflow": "lap workflow check \(subject ?? "WORKFLOW")"
        default: nil
        }
    }

    private static func list(_ words: [String], _ joint: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(joint) \(last)"
    }
}

extension Reason {
    /// What would help, each as the command line says it.
    func hints(noun: Noun?, reference: String?) -> [String] {
        remedies.map { $0.text(noun: noun, reference: reference) }
    }

    /// The sentence and what would help, in one line.
    func said(noun: Noun?, reference: String?) -> String {
        ([sentence] + hints(noun: noun, reference: reference)).joined(separator: " ")
    }
}
