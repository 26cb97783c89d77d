import Packs
import Partnership

extension Edition {
    /// The right to make it.
    var permission: Permission {
        switch self {
        case .public: .packPublic
        case .members: .packMembers
        case .restricted: .packRestricted
        case .chair: .packChair
        }
    }
}
