/// The program's version (semver.org), as `--version` and the manifest say it.
let programVersion = "0.1.0"
