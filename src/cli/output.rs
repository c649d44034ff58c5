//! Where an answer goes: to stdout, or into a file that is never half there.

use super::failure::Failure;
use super::setting::Setting;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes an answer: to `--output` where it is given, written beside and renamed, else to stdout.
pub(super) fn write(setting: &Setting, text: &str) -> Result<(), Failure> {
    stream(setting, |out| out.write_all(text.as_bytes()).map_err(|error| failed(setting, error)))
}

/// The same for an answer that is written while it is made. Where making it fails, what was given
/// as `--output` stays as it was.
pub(super) fn stream(
    setting: &Setting,
    make: impl FnOnce(&mut dyn Write) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let failed = |error| failed(setting, error);
    match &setting.output {
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            make(&mut out)?;
            out.flush().map_err(failed)
        }
        Some(path) => {
            let mut file = tempfile::NamedTempFile::new_in(folder_of(path)).map_err(failed)?;
            let mut out = BufWriter::new(&mut file);
            make(&mut out)?;
            out.flush().map_err(failed)?;
            drop(out);
            file.as_file().sync_all().map_err(failed)?;
            let kept = file.persist(path).map(|_| ());
            kept.map_err(|error| failed(error.error))
        }
    }
}

/// That an answer could not be written.
pub(super) fn failed(setting: &Setting, error: io::Error) -> Failure {
    match &setting.output {
        Some(path) => Failure::file(setting.language, path, &error),
        None => Failure::writing(error),
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
