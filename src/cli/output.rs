//! Where an answer goes: to stdout, or into a file that is never half there; and where progress is
//! shown.

use super::failure::Failure;
use super::setting::Setting;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Takes an answer piece by piece: to `--output` where it is given, written beside and renamed,
/// else to stdout.
pub(super) struct Sink<'s> {
    setting: &'s Setting,
    out: Out,
}

enum Out {
    Stdout(BufWriter<io::StdoutLock<'static>>),
    File(BufWriter<NamedTempFile>, PathBuf),
}

impl<'s> Sink<'s> {
    /// Opens it; an answer that is never finished leaves no file.
    pub(super) fn open(setting: &'s Setting) -> Result<Sink<'s>, Failure> {
        let out = match &setting.output {
            None => Out::Stdout(BufWriter::new(io::stdout().lock())),
            Some(path) => {
                let file = NamedTempFile::new_in(folder_of(path))
                    .map_err(|error| Failure::file(setting.language, path, &error))?;
                Out::File(BufWriter::new(file), path.clone())
            }
        };
        Ok(Sink { setting, out })
    }

    /// Takes a piece.
    pub(super) fn put(&mut self, text: &str) -> Result<(), Failure> {
        match &mut self.out {
            Out::Stdout(out) => out.write_all(text.as_bytes()).map_err(Failure::writing),
            Out::File(file, path) => file
                .write_all(text.as_bytes())
                .map_err(|error| Failure::file(self.setting.language, path, &error)),
        }
    }

    /// The answer is whole.
    pub(super) fn finish(self) -> Result<(), Failure> {
        match self.out {
            Out::Stdout(mut out) => out.flush().map_err(Failure::writing),
            Out::File(file, path) => {
                let failed = |error| Failure::file(self.setting.language, &path, &error);
                let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
                file.as_file().sync_all().map_err(failed)?;
                let kept = file.persist(&path).map(|_| ());
                kept.map_err(|error| failed(error.error))
            }
        }
    }
}

/// Writes an answer that is at hand in one piece.
pub(super) fn write(setting: &Setting, text: &str) -> Result<(), Failure> {
    let mut sink = Sink::open(setting)?;
    sink.put(text)?;
    sink.finish()
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

/// A bar on a terminal, and nothing elsewhere.
pub(super) fn bar(setting: &Setting, length: u64) -> ProgressBar {
    let shown = io::stderr().is_terminal() && !setting.quiet;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(length), target);
    let style = ProgressStyle::with_template("[{bar:40}] {percent}% {elapsed}");
    if let Ok(style) = style {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
