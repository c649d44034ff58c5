//! Where an answer goes: to stdout, or into a file that is never half there.

use super::failure::Failure;
use super::setting::Setting;
use std::io::{self, Write};
use std::path::Path;

/// Writes an answer: to `--output` where it is given, written beside and renamed, else to stdout.
pub(super) fn write(setting: &Setting, text: &str) -> Result<(), Failure> {
    match &setting.output {
        None => {
            let mut out = io::stdout().lock();
            out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::writing)
        }
        Some(path) => {
            let failed = |error| Failure::file(setting.language, path, &error);
            let mut file = tempfile::NamedTempFile::new_in(folder_of(path)).map_err(failed)?;
            file.write_all(text.as_bytes()).map_err(failed)?;
            file.as_file().sync_all().map_err(failed)?;
            let kept = file.persist(path).map(|_| ());
            kept.map_err(|error| failed(error.error))
        }
    }
}

/// Says something on stderr, unless it is to be quiet.
pub(super) fn note(setting: &Setting, text: &str) {
    if !setting.quiet {
        // Where nobody listens, nothing is lost.
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// The folder in which a path lies.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
