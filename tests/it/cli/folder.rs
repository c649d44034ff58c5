//! A small folder to be imported, changed by each test, and the program run on it.

use assert_cmd::cargo::cargo_bin_cmd;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The day on which these tests stand.
pub const TODAY: &str = "2026-10-15";

/// The one loan of the folder.
pub const LOAN: &str = "6600000000000001";

const FILES: [(&str, &str); 8] = [
    (
        "places.csv",
        "code,kind,name,parent,difficult\n\
         000001,commune,Xã Một,,0\n\
         00000101,village,Ấp Hai,000001,0\n",
    ),
    ("points.csv", "code,commune,name,session_day\n0000011,000001,Điểm Một,15\n"),
    (
        "groups.csv",
        "code,village,point,association,leader,deputy,founded_on,closed_on\n\
         0700001,00000101,0000011,12,0000000001,0000000002,2020-01-15,\n",
    ),
    (
        "members.csv",
        "code,group,name,born,sex,household,ethnicity,phone,id_number,joined_on,left_on\n\
         0000000001,0700001,Thạch Thị Một,1980-01-01,female,poor,Khmer,,,2020-01-15,\n\
         0000000002,0700001,Lý Văn Hai,,male,near_poor,Kinh,,,2020-01-15,\n\
         0000000003,0700001,Trần Thị Ba,,,,,,,2020-01-15,\n\
         0000000004,0700001,Lâm Văn Bốn,,,,,,,2020-01-15,\n\
         0000000005,0700001,Sơn Thị Năm,,,,,,,2020-01-15,\n",
    ),
    (
        "loans.csv",
        "code,member,programme,principal,disbursed_on,rate,term_months,due_on,purpose,\
         interest_grace_until,capital\n\
         6600000000000001,0000000001,01,10000000,2025-01-15,6.6,36,2028-01-15,Nuôi bò,,central\n",
    ),
    (
        "instalments.csv",
        "loan,no,due_on,amount\n\
         6600000000000001,1,2027-01-15,5000000\n\
         6600000000000001,2,2028-01-15,5000000\n",
    ),
    (
        "payments.csv",
        "id,loan,day,kind,amount,place,receipt,reverses\n\
         p1,6600000000000001,2025-06-15,principal,2000000,point,BL1,\n\
         p2,6600000000000001,2025-06-15,interest,100000,group,,\n",
    ),
    (
        "savings.csv",
        "id,member,day,kind,amount,reverses\ns1,0000000001,2025-06-15,deposit,50000,\n",
    ),
];

/// A folder and the place for a book beside it; gone with the value.
pub struct Folder {
    temp: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A folder without faults.
    pub fn new() -> Folder {
        let temp = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(temp.path().join("csv")).expect("a folder");
        let folder = Folder { temp };
        for (name, text) in FILES {
            folder.write(name, text);
        }
        folder
    }

    pub fn path(&self) -> PathBuf {
        self.temp.path().join("csv")
    }

    pub fn book(&self) -> PathBuf {
        self.temp.path().join("book.db")
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), text).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("a file")
    }

    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.path().join(name)).expect("a file to remove");
    }

    /// Adds a line to a file.
    pub fn add(&self, name: &str, line: &str) {
        let text = self.read(name);
        self.write(name, format!("{text}{line}\n"));
    }

    /// Replaces text in a file that must be there.
    pub fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from} in {name}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// Runs the program on the book.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Runs the program on the book with something on stdin.
    pub fn run_with(&self, arguments: &[&str], stdin: &str) -> Ran {
        run_in(&self.book(), arguments, stdin)
    }

    /// Imports the folder.
    pub fn import(&self) -> Ran {
        self.run(&["import", &self.path().display().to_string()])
    }

    /// Imports the folder, which must be without faults.
    pub fn imported(self) -> Folder {
        let ran = self.import();
        assert_eq!(ran.code, 0, "{ran:?}");
        self
    }
}

/// Runs the program on some book, in English, on the day of the tests.
pub fn run_in(book: &Path, arguments: &[&str], stdin: &str) -> Ran {
    let output = cargo_bin_cmd!("tkvv")
        .env("TKVV_TODAY", TODAY)
        .env("TKVV_LANG", "en")
        .env_remove("NO_COLOR")
        .arg("--book")
        .arg(book)
        .args(arguments)
        .write_stdin(stdin)
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
