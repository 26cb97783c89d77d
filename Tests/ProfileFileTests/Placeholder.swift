import Testing

@testable import ProfileFile
