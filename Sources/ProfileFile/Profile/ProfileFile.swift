import Partnership
import StrictYAML
import Workflow

/// Reads a profile: the files of a folder such as `Data/lancashire`, taken together. Which part stands in which file is up
/// to whoever writes them. Everything wrong is told at once, and every reference from one part to another is checked.
public enum ProfileFile {
    /// - Parameter calendars: the names of the calendars that are known.
    public static func read(_ sources: [SourceText], calendars: Set<String>) -> Result<Profile, FileProblems> {
        let files = sources.map(SourceLog.init)
        let parts = ProfileParts(of: files)
        let profile = ProfileReading(parts: parts, calendars: calendars).profile()
        let problems = files.compactMap(\.problems)
        guard problems.isEmpty, let profile else { return .failure(FileProblems(files: problems)) }
        return .success(profile)
    }
}
