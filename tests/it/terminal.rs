//! The program on a real pseudo-terminal: started, pressed, read, cut off; then the book is asked.

mod collection;
mod first;
mod pty;
pub mod sample;
mod sheet;
mod survives;
