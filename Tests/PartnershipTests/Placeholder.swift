import Testing

@testable import Partnership
