//! Where a person may want a copy besides: the folder used last, and removable disks.

use super::backup_folder;
use std::path::{Path, PathBuf};

/// The side file among the copies that names the folder used last.
const LAST: &str = "elsewhere.txt";

/// Folders outside the book's own to copy to: the one used last, where it is there, then the
/// removable disks that are.
pub(crate) fn copy_folders(book: &Path) -> Vec<PathBuf> {
    let last = std::fs::read_to_string(backup_folder(book).join(LAST)).ok();
    let last = last.map(|text| PathBuf::from(text.trim_end_matches('\n')));
    let mut folders: Vec<PathBuf> = last.into_iter().filter(|folder| folder.is_dir()).collect();
    folders.extend(disks().into_iter().filter(|disk| !folders.contains(disk)).collect::<Vec<_>>());
    folders
}

/// Keeps the folder for the next time. Where that fails, it is typed again.
pub(crate) fn remember(book: &Path, folder: &Path) {
    let kept = backup_folder(book);
    let _ = std::fs::create_dir_all(&kept);
    let _ = std::fs::write(kept.join(LAST), format!("{}\n", folder.display()));
}

/// Removable disks, where the system shows them as folders.
#[cfg(unix)]
fn disks() -> Vec<PathBuf> {
    let table = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let mut disks = mounted(&table);
    let volumes = std::fs::read_dir("/Volumes").into_iter().flatten().flatten();
    disks.extend(volumes.map(|entry| entry.path()));
    disks
}

/// Removable disks: every letter but the system's.
#[cfg(not(unix))]
fn disks() -> Vec<PathBuf> {
    let letters = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
    letters.filter(|disk| disk.is_dir()).collect()
}

/// The mount points of a table of them at which desktops put removable disks.
#[cfg(unix)]
fn mounted(table: &str) -> Vec<PathBuf> {
    let points = table.lines().filter_map(|line| line.split(' ').nth(1));
    let removable = |point: &&str| {
        ["/media/", "/run/media/", "/mnt/"].iter().any(|folder| point.starts_with(folder))
    };
    // A blank stands as \040 there.
    points.filter(removable).map(|point| PathBuf::from(point.replace("\\040", " "))).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn disks_that_a_desktop_has_mounted_are_found_and_no_others() {
        let table = "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\n\
                     /dev/sdb1 /media/lan/USB\\040XANH vfat rw 0 0\n\
                     /dev/sdc1 /run/media/lan/DATA exfat rw 0 0\n";
        let found = mounted(table);
        assert_eq!(found, ["/media/lan/USB XANH", "/run/media/lan/DATA"].map(PathBuf::from));
    }

    #[test]
    fn the_folder_used_last_comes_first_while_it_is_there() {
        let home = tempfile::tempdir().expect("a folder");
        let book = home.path().join("book.db");
        let stick = home.path().join("stick");
        std::fs::create_dir(&stick).expect("a folder");
        remember(&book, &stick);
        assert_eq!(copy_folders(&book).first(), Some(&stick));
        std::fs::remove_dir(&stick).expect("pulled out");
        assert!(!copy_folders(&book).contains(&stick));
    }
}
