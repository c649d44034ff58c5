//! The book and the office: what is saved is there, once, whole; what is refused is refused.

mod collected;
mod copies;
pub mod entries;
mod facts;
mod known;
mod laws;
mod laws_collection;
mod laws_entries;
mod out_and_in;
mod refused;
mod remembered;
mod same_again;
mod sample;
pub mod small;
mod taken_back;
