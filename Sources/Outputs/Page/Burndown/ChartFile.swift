import Columns
public import Diagnostics
import Files

extension BurndownChart {
    /// Writes the chart as an SVG file (0600) that any browser opens; an existing file is never written over.
    public func write(to path: String) throws(Failure) {
        do throws(FileError) {
            let file = try OutputFile(creating: path, digest: false)
            try file.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg)
            _ = try file.finish()
        } catch {
            throw error.outputFailure(shown: path)
        }
    }
}
