//! The program: clock, arguments, exit code, nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    tkvv::cli::main(std::env::args_os().collect())
}
