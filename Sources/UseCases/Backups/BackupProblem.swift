import Foundation
import Packs

/// Why a register was not backed up, restored, exported or imported. Nothing is left of the attempt.
public enum BackupProblem: Error, Equatable {
    /// A program that is not there.
    case missing(String)
    /// A program that ran and failed: its name and what it said.
    case failed(String, said: String)
    /// Something stands where it was to be written: a file's name.
    case taken(String)
    /// It cannot be written there: a folder.
    case unwritable(String)
    /// The register, or what was made of it, does not hold: what the check says.
    case unsound([String])
    /// The journal of a backup does not hold the head that it was held against: a sentence.
    case otherHead(String)
    /// There is no such file, or it cannot be read.
    case noFile(String)
    /// Beside a backup lies no manifest: the name it should have.
    case noManifest(String)
    /// A file is not what the manifest tells of.
    case altered
    /// A backup is encrypted, and no key was named.
    case encrypted
    /// Those whom it is to be encrypted to have keys that are none.
    case recipients
    /// It is encrypted to other keys.
    case wrongKey
    /// A file is no backup of a register.
    case noBackup
    /// Of a damaged register nothing can be proved.
    case nothingLeft
    /// The folder is not empty.
    case occupied
    /// A list of erasures that is none, not whole, too old, or of another register or another history.
    case noErasures(String)
    /// After erasing again, whoever restores is not on record any more as somebody who may.
    case nobodyLeft
    /// It is known what was erased: there is nothing to be told.
    case erasuresAreKnown
    /// There is no such folder.
    case noFolder(String)
    /// What is written out must not lie in the register's own folder.
    case insideRegister
    /// An export that cannot be read in: a line, when it is one line's fault.
    case noExport(line: Int?)
    /// The export is of another version: its schema.
    case otherSchema(Int)
    /// Made, but the disk did not confirm that it will stay.
    case unconfirmed
}
