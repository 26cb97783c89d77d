import Foundation
import Testing

@testable import LapCommands

/// Whoever could put another register in this one's place, wherever it really lies.
@Suite("Folders on the way to a register")
struct FileAccessTests {
    private let files = FileManager.default

    private func open(_ path: URL, _ mode: Int) throws {
        try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path.path)
    }

    /// A folder of one's own in a folder that everybody can write to.
    private func within(_ scratch: Scratch) throws -> URL {
        let open = scratch.folder.appending(path: "open")
        let inner = open.appending(path: "inner")
        try files.createDirectory(at: inner, withIntermediateDirectories: true)
        try self.open(open, 0o777)
        return inner
    }

    private func isRefused(_ scratch: Scratch, at register: String, _ place: String) async {
        let ran = await scratch.run("status", "--register", register)
        #expect(ran.status == 78, "\(ran.output)")
        #expect(
            ran.complaints.contains("Others can write to \(scratch.folder.path)/\(place), and put another register"),
            "\(ran.complaints)")
    }

    @Test func aFolderFartherUpThatEverybodyCanWriteTo() async throws {
        let scratch = try await Scratch()
        let inner = try within(scratch)
        try files.moveItem(at: scratch.folder.appending(path: ".lap"), to: inner.appending(path: ".lap"))
        await isRefused(scratch, at: "open/inner", "open")
        try open(scratch.folder.appending(path: "open"), 0o1777)
        #expect(await scratch.run("status", "--register", "open/inner").status == 0)
    }

    @Test func aLinkToARegisterInSuchAFolder() async throws {
        let scratch = try await Scratch()
        let inner = try within(scratch)
        let home = scratch.folder.appending(path: ".lap")
        try files.moveItem(at: home, to: inner.appending(path: ".lap"))
        try files.createSymbolicLink(atPath: home.path, withDestinationPath: "open/inner/.lap")
        await isRefused(scratch, at: ".", "open")
    }

    @Test func aLinkInSuchAFolderToARegister() async throws {
        let scratch = try await Scratch()
        let inner = try within(scratch)
        try files.createSymbolicLink(
            atPath: inner.appending(path: ".lap").path, withDestinationPath: "../../.lap")
        await isRefused(scratch, at: "open/inner", "open")
        #expect(await scratch.run("status").status == 0)
    }

    @Test func aDatabaseThatIsALinkIntoSuchAFolder() async throws {
        let scratch = try await Scratch()
        let inner = try within(scratch)
        try files.moveItem(at: scratch.register, to: inner.appending(path: "register.sqlite"))
        try files.createSymbolicLink(
            at: scratch.register, withDestinationURL: inner.appending(path: "register.sqlite"))
        await isRefused(scratch, at: ".", "open")
    }

    @Test func linksThatLeadInACircleAreNoRegister() async throws {
        let scratch = try await Scratch()
        try files.createSymbolicLink(atPath: scratch.folder.appending(path: "a").path, withDestinationPath: "b")
        try files.createSymbolicLink(atPath: scratch.folder.appending(path: "b").path, withDestinationPath: "a")
        #expect(await scratch.run("status", "--register", "a").status == 66)
    }

    @Test func noneIsMadeBelowSuchAFolder() async throws {
        let scratch = try Scratch(empty: ())
        _ = try within(scratch)
        let ran = await scratch.run("init", "open/inner/new", "--as", "Somebody New")
        #expect(ran.status == 78 && ran.complaints.contains("Others can write to"), "\(ran.complaints)")
    }

    @Test(.enabled(if: getuid() == 0, "only the superuser gives files away"))
    func whatIsSomebodyElses() async throws {
        let scratch = try await Scratch()
        try files.setAttributes([.ownerAccountID: 65_534], ofItemAtPath: scratch.register.path)
        let ran = await scratch.run("status")
        #expect(ran.status == 78 && ran.complaints.contains("is somebody else's"), "\(ran.complaints)")
        try files.setAttributes([.ownerAccountID: 0], ofItemAtPath: scratch.register.path)
        try files.setAttributes([.ownerAccountID: 65_534], ofItemAtPath: scratch.folder.path)
        #expect(await scratch.run("status").status == 78)
        try files.setAttributes([.ownerAccountID: 0], ofItemAtPath: scratch.folder.path)
        #expect(await scratch.run("status").status == 0)
    }
}
