//! What goes wrong with files, disks and processes, and what the book does then.

mod broken;
mod checked;
mod copies;
mod kill;
mod openings;
mod salvage;
mod unsure;
