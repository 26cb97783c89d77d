import Foundation
import Ledger

/// A disk has no room for what was to be written. Nothing is left of it, and nothing on record was changed.
public struct FullDisk: Error, Equatable {
    /// The file or folder that was to be written.
    public let path: String

    public init(_ path: String) { self.path = path }

    /// Where the disk is that it lies on, or would.
    public var disk: String {
        var place = URL(filePath: path).standardizedFileURL
        while FullDisk.device(place) == nil, place.path != "/" { place.deleteLastPathComponent() }
        place = place.resolvingSymlinksInPath()
        let own = FullDisk.device(place)
        while place.path != "/", FullDisk.device(place.deletingLastPathComponent()) == own {
            place.deleteLastPathComponent()
        }
        return place.path
    }

    private static func device(_ place: URL) -> dev_t? {
        var status = stat()
        return stat(place.path, &status) == 0 ? status.st_dev : nil
    }

    /// Does what writes to a place, and tells that place when the disk has no room.
    static func telling<T>(_ place: URL, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw told(error, place)
        }
    }

    /// The error as it is, or that the disk has no room for what is written to a place.
    static func told(_ error: any Error, _ place: URL) -> any Error {
        switch error {
        case LedgerError.full: FullDisk(place.path)
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: FullDisk(place.path)
        default: error
        }
    }
}
