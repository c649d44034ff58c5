//! Files in and out: the native CSV folder, which is the whole book in plain text.

pub mod native;
