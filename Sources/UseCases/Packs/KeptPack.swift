import Foundation
import Packs
import Partnership
import Register

/// A paper that was issued and stands, as it is kept.
public struct KeptPack: Sendable {
    /// Its last file.
    let paper: IssuedPaper
    let edition: Edition?
    /// What it was set from.
    let document: PackDocument
    let model: Data
    /// Its files that are still there, by format.
    let files: [String: NewPaper]
}

extension PackSubject {
    /// The paper of its kind that stands, with what it holds; nil where none was issued, the last was recalled, or what it
    /// was set from was erased.
    func kept(from view: View) throws -> KeptPack? {
        let papers = try view.standing(kind, about: item, edition: edition?.rawValue, part: part)
        guard let last = papers.last, let (document, model) = try view.model(of: last) else { return nil }
        var files: [String: NewPaper] = [:]
        for paper in papers {
            guard let contents = try view.contents(paper.digest) else { continue }
            files[paper.format] = NewPaper(name: paper.name, format: paper.format, contents: contents)
        }
        return KeptPack(paper: last, edition: edition, document: document, model: model, files: files)
    }

    /// What it says otherwise than the first paper of its kind that stands, or than the one that it corrects; nil for a
    /// letter, a page and a log: each tells how far it has come.
    func difference(from view: View, isCorrection: Bool) throws -> PackDifference? {
        guard edition != nil, isCorrection || ![PackDocument.Kind.page, .log].map(\.rawValue).contains(kind) else {
            return nil
        }
        let papers = try view.issued(about: item).filter {
            $0.kind == kind && $0.edition == edition?.rawValue && $0.part == part
                && ($0.recalled != nil) == isCorrection
        }
        for paper in isCorrection ? papers.reversed() : papers {
            guard let (before, _) = try view.model(of: paper) else { continue }
            return PackDifference(from: before, issued: paper.day, to: try pack(from: view, on: paper.day))
        }
        return nil
    }
}

extension View {
    /// What a paper that was issued was set from; nil once that was erased.
    fileprivate func model(of paper: IssuedPaper) throws -> (document: PackDocument, json: Data)? {
        guard let json = try contents(paper.model) else { return nil }
        guard let document = try? PackDocument(json: json) else {
            throw RegisterError.damaged("what \(paper.name) was set from cannot be read")
        }
        return (document, json)
    }
}

/// What no further format of an issued paper may hold besides what the paper says.
struct KnowForKept: InnerQuestion {
    let paper: IssuedPaper

    func answer(from view: View, as standing: Standing) throws -> KnownDetails {
        let item = try view.item(paper.item)
        let body = item.workflow == "meeting" ? try view.body(of: item) : nil
        return try KnownDetails(
            near: Set(paper.cites), in: body?.area ?? item.text("area"), for: item.reference,
            privateTo: paper.edition == Edition.public.rawValue ? nil : body?.id, from: view)
    }
}
