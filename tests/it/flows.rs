//! What a person does at the keys and sees on the screen, over the sample commune.

mod copies;
mod debts;
mod entry;
mod everywhere;
mod forms;
mod meetings;
mod member;
mod overview;
mod people;
mod quality;
mod robust;
mod session;
mod talks;
mod to_see;
mod visits;
