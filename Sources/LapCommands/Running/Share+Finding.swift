import Foundation
import UseCases

/// Where this command line finds the files that come with lap: `LAP_SHARE`, then `share/lap` beside the program's folder,
/// then the checkout it was built in.
extension Share {
    init(_ context: Context, own: URL? = nil) throws {
        if let named = context.environment["LAP_SHARE"], !named.isEmpty {
            guard let share = Share(root: context.file(named), own: own) else {
                throw Failure(
                    .configuration, "LAP_SHARE names a folder without Workflows and Data.",
                    hint: "Unset it, or point it at an installation's share/lap.")
            }
            self = share
            return
        }
        let folder = context.executable?.resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [folder?.appending(path: "../share/lap").standardizedFileURL].compactMap { $0 }
        // In a checkout the program lies some folders below .build.
        var above = folder
        for _ in 0..<6 {
            above?.deleteLastPathComponent()
            if let above { candidates.append(above) }
        }
        guard let found = candidates.lazy.compactMap({ Share(root: $0, own: own) }).first else {
            throw Failure(
                .configuration, "The files that come with lap are not where they should be.",
                hint: "Install it with script/install, or set LAP_SHARE to the folder that holds Workflows and Data.")
        }
        self = found
    }
}
