//! What a person does at the keys and sees on the screen, over the sample commune.

mod debts;
mod everywhere;
mod member;
mod people;
mod robust;
mod session;
