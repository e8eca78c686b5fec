/// Where a page is in the site: in a folder or, with none, at the top.
struct PageAddress: Hashable {
    let folder: String
    let file: String

    init(_ folder: String, _ file: String) {
        self.folder = folder
        self.file = file
    }

    /// `regles/insatisfaction-exprimee.html`.
    var path: String { folder.isEmpty ? file : "\(folder)/\(file)" }

    /// The address of another page, seen from this one.
    func reference(to other: PageAddress, anchor: String? = nil) -> String {
        let end = anchor.map { "#" + $0 } ?? ""
        if other == self, anchor != nil { return end }
        if other.folder == folder { return other.file + end }
        return (folder.isEmpty ? "" : "../") + other.path + end
    }
}
