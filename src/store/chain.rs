//! The chain over the facts: each journal row's hash covers its fact and the hash before it.

use rusqlite::types::Value;
use sha2::{Digest, Sha256};

/// The version of the canonical bytes.
const VERSION: u8 = 1;

/// A link of the chain.
pub(super) type Hash = [u8; 32];

/// What the first fact of a machine stands on.
pub(super) const START: Hash = [0; 32];

/// The hash of a fact: SHA-256(version ‖ previous ‖ canonical bytes) (trust.md, section 4).
///
/// The canonical bytes are the kind's word, machine and number, then the cells in the order of
/// the kind's columns, each with its type and, for text, its length before it.
pub(super) fn hash(previous: &Hash, word: &str, machine: &str, seq: i64, cells: &[Value]) -> Hash {
    let mut sha = Sha256::new();
    sha.update([VERSION]);
    sha.update(previous);
    put_text(&mut sha, word);
    put_text(&mut sha, machine);
    sha.update(seq.to_be_bytes());
    for cell in cells {
        match cell {
            Value::Null => sha.update(b"0"),
            Value::Integer(number) => {
                sha.update(b"i");
                sha.update(number.to_be_bytes());
            }
            // No table has such columns; a broken file may, and then the hash differs.
            Value::Real(number) => {
                sha.update(b"r");
                sha.update(number.to_bits().to_be_bytes());
            }
            Value::Text(text) => {
                sha.update(b"t");
                put_text(&mut sha, text);
            }
            Value::Blob(bytes) => {
                sha.update(b"b");
                sha.update((bytes.len() as u64).to_be_bytes());
                sha.update(bytes);
            }
        }
    }
    sha.finalize().into()
}

fn put_text(sha: &mut Sha256, text: &str) {
    sha.update((text.len() as u64).to_be_bytes());
    sha.update(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn neighbouring_cells_do_not_run_into_each_other() {
        let of = |cells: &[Value]| hash(&START, "payment", "m", 1, cells);
        assert_ne!(of(&[text("ab"), text("c")]), of(&[text("a"), text("bc")]));
        assert_ne!(of(&[text(""), Value::Null]), of(&[Value::Null, text("")]));
        assert_ne!(of(&[text("1")]), of(&[Value::Integer(1)]));
    }

    #[test]
    fn the_hash_depends_on_what_came_before_and_on_the_place_in_the_chain() {
        let cells = [text("a")];
        let first = hash(&START, "payment", "m", 1, &cells);
        assert_ne!(first, hash(&first, "payment", "m", 1, &cells));
        assert_ne!(first, hash(&START, "payment", "m", 2, &cells));
        assert_ne!(first, hash(&START, "payment", "n", 1, &cells));
        assert_ne!(first, hash(&START, "saving", "m", 1, &cells));
    }
}
