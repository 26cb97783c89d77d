import Workflow
import WorkflowProof

extension Definition {
    /// On what condition a role reads a section: any of these, an unconditional one being nil. Empty when it never does.
    func readings(of section: Section, by role: String) -> [Expression?] {
        let own = section.readers.filter { $0.role == role || $0.role == Reader.anyone }
        return own.contains { $0.condition == nil } ? [nil] : own.map(\.condition)
    }

    /// Whatever one role reads of its items, the other reads too.
    func readsNoMore(_ role: String, than other: String) -> Bool {
        sections.allSatisfy { section in
            let theirs = readings(of: section, by: other)
            return readings(of: section, by: role).allSatisfy { condition in
                theirs.contains { wider in
                    guard let wider else { return true }
                    return condition.map { implies($0, wider) == true } ?? false
                }
            }
        }
    }
}
