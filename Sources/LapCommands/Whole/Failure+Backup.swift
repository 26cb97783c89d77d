import UseCases

extension Failure {
    init(_ problem: BackupProblem) {
        switch problem {
        case .missing(let name):
            self.init(
                .configuration, "The program \(name) is not there.", hint: "Install it: the package is called \(name).")
        case .recipients:
            self.init(
                .configuration, "age does not take the recipients.",
                hint: "Each is a public key, age1…, in .lap/config.yaml under backup: recipients.")
        case .wrongKey:
            self.init(
                .badData, "The backup is encrypted to another key, or was changed.",
                hint: "Let --identity name the file with the right one.")
        case .failed(let name, let said):
            self.init(.failed, "\(name) failed: \(said).")
        case .taken(let name):
            self.init(
                .cannotWrite, "There is a file \(name) there already.", hint: "Name another: nothing is replaced.")
        case .unwritable:
            self.init(.cannotWrite, "It cannot be written there.", hint: "Choose a folder you may write to, with room.")
        case .unsound(let problems):
            let more = problems.count > 50 ? ["And \(problems.count - 50) more."] : []
            self.init(
                .failed, lines: problems.prefix(50) + more,
                hints: ["Keep what there is, and go back to the last backup that can be restored."])
        case .otherHead(let problem):
            self.init(
                .failed, lines: [problem],
                hints: [
                    "The backup holds by itself. Compare what you gave with where it is printed, and look for a later backup."
                ])
        case .noFile(let name):
            self.init(.notFound, "There is no file \(name) that you may read.", hint: "Give its path.")
        case .noManifest(let name):
            self.init(
                .notFound, "Beside the backup is no \(name) that tells what is in it.",
                hint: "It was made with the backup: put it there again.")
        case .altered:
            self.init(
                .badData, "The backup is not the file that was made: it was changed, or not copied whole.",
                hint: "Take another copy of it, or an earlier backup.")
        case .encrypted:
            self.init(.usage, "The backup is encrypted.", hint: "Name the file with the key: --identity FILE")
        case .noBackup: self.init(.badData, "That is no backup of a register.", hint: "lap backup makes one.")
        case .nothingLeft:
            self.init(
                .badData,
                "Nothing of that file can be proved: no operation of a register's journal stands in it whole.",
                hint: "Go back to the last backup.")
        case .occupied:
            self.init(
                .cannotWrite, "There is something in that folder.", hint: "Restore into a new or an empty folder.")
        case .noErasures(let name):
            self.init(
                .badData, "\(name) is no whole list of what was erased after that backup.",
                hint: "It is made with a later backup of the same register, and ends in .erasures.jsonl.")
        case .nobodyLeft:
            self.init(
                .refused, "After erasing again nobody could restore it: who does is on the list, or has no such seat.",
                hint: "Name somebody else with --as, or look at the list: nothing was made.")
        case .erasuresAreKnown:
            self.init(.refused, "It is known what was erased from this register: nothing was changed.")
        case .noFolder(let folder):
            self.init(
                .notFound, "There is no folder \(Printed.safe(folder, limit: 200)).",
                hint: "If it is on a stick or a drive, put that in first; or make the folder.")
        case .insideRegister:
            self.init(
                .usage, "That lies in the register's own folder, and would be lost with it.",
                hint: "Choose a place outside .lap, on another disk.")
        case .noExport(nil):
            self.init(.badData, "That is no whole export of a register.", hint: "lap export makes one.")
        case .noExport(let line?):
            self.init(
                .badData, "Line \(line) of the export is no row, or contradicts another.",
                hint: "Export the register anew.")
        case .otherSchema(let schema):
            self.init(
                .configuration, "The export is of schema \(schema), which this lap does not read.",
                hint: "Import it with the lap that wrote it.")
        case .unconfirmed:
            self.init(
                .cannotWrite, "It is made, but the disk did not confirm that it will stay.",
                hint: "Have the disk checked, and make it again elsewhere.")
        }
    }
}
