//! What is written from the pages in `tests/pages` is what stands in `tests/generated`, and what is warned of.
//!
//! After a change of what is written: `UPDATE_SCAFFOLD=1 cargo test -p mor-scaffold --test pages`, then read the
//! differences, and run all tests: `tests/generated.rs` compiles and runs the files.

use std::fs;
use std::path::PathBuf;

use mor_scaffold::{Scaffold, scaffold};

fn folder(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", name].iter().collect()
}

fn written(page: &str) -> Scaffold {
    let path = folder("pages").join(format!("{page}.txt"));
    scaffold(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_page_gives_the_file_that_is_checked_in() {
    let update = std::env::var_os("UPDATE_SCAFFOLD").is_some();
    let mut changed = Vec::new();
    for entry in fs::read_dir(folder("pages")).unwrap() {
        let page = entry.unwrap().path();
        let written = written(page.file_stem().unwrap().to_str().unwrap());
        let path = folder("generated").join(&written.file_name);
        if fs::read_to_string(&path).ok().as_ref() == Some(&written.code) {
            continue;
        }
        if update {
            fs::write(&path, &written.code).unwrap();
        }
        changed.push(written.file_name);
    }
    assert!(update || changed.is_empty(), "written differently than checked in: {changed:?}");
}
