//! Exports whose state is of version 1, which recorded lengths and numbers of calls alone.

use std::path::Path;
use std::time::Duration;

use mor_sim::Simulator;
use serde_json::{Value, json};

use super::support::{HOUR, START, files, folder, seconds, switch, time};
use super::{export, formats, out, run};
use crate::{Export, Format};

/// An hour of an export, with the state that version 1 would have written.
async fn first_hour(simulator: &Simulator, format: Format, folder: &Path) {
    let base = export(simulator, 2, format, folder);
    let export = Export { till: time(START + HOUR), ..base };
    run(&export).await.unwrap();
    let state = export.state_path();
    let mut value: Value = serde_json::from_slice(&std::fs::read(&state).unwrap()).unwrap();
    assert_eq!(value["version"], 2);
    let object = value.as_object_mut().unwrap();
    let written = object.remove("written").unwrap();
    let bytes = written["file"]["bytes"].as_u64().unwrap_or(0);
    object.insert("bytes".to_owned(), json!(bytes));
    object.insert("version".to_owned(), json!(1));
    std::fs::write(state, value.to_string()).unwrap();
}

#[tokio::test]
async fn an_export_of_the_previous_version_is_continued_with_checksums() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    for format in formats() {
        let (whole, old) = (folder(&format!("new-{format:?}")), folder(&format!("old-{format:?}")));
        run(&export(&simulator, 2, format, &whole)).await.unwrap();
        first_hour(&simulator, format, &old).await;
        run(&export(&simulator, 2, format, &old)).await.unwrap();
        assert_eq!(files(&old), files(&whole), "{format:?}");
    }
}

#[tokio::test]
async fn a_file_that_does_not_fit_the_previous_version_is_refused() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    for format in [Format::Csv, Format::JsonLines] {
        let folder = folder(&format!("old-changed-{format:?}"));
        first_hour(&simulator, format, &folder).await;
        let path = out(format, &folder);
        let content = std::fs::read_to_string(&path).unwrap();
        let (length, calls) = (content.len(), 10);
        for (changed, problem) in [
            (
                format!("{content}mine\n"),
                format!(
                    "it has {} bytes, but {length} were written by an earlier version of this program, which \
                     cannot say whether the rest is an unfinished window; if it is not yours, cut it off \
                     (truncate -s {length})",
                    length + 5
                ),
            ),
            (
                content[..length - 1].to_owned(),
                format!("it has {} bytes, but {length} were written", length - 1),
            ),
            (
                format!("{} ", content.trim_end()),
                format!("it has {} calls, but {calls} were written", calls - 1),
            ),
        ] {
            std::fs::write(&path, &changed).unwrap();
            let error = run(&export(&simulator, 2, format, &folder)).await.unwrap_err().to_string();
            assert_eq!(error, format!("{} was changed after the export: {problem}", path.display()));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), changed);
        }
    }
}

#[cfg(feature = "parquet")]
#[tokio::test]
async fn a_folder_that_does_not_fit_the_previous_version_is_refused() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    let folder = folder("old-changed-parts");
    first_hour(&simulator, Format::Parquet, &folder).await;
    let calls = out(Format::Parquet, &folder);
    let part = |hour: u32| calls.join(format!("date=2021-07-08/part-20210708T{hour}0000Z.parquet"));
    std::fs::copy(part(19), part(20)).unwrap();
    let error = run(&export(&simulator, 2, Format::Parquet, &folder)).await.unwrap_err().to_string();
    assert!(error.contains("an earlier version of this program may have left it unfinished"), "{error}");
    assert!(part(20).exists());
    std::fs::rename(part(20), part(18)).unwrap();
    let error = run(&export(&simulator, 2, Format::Parquet, &folder)).await.unwrap_err().to_string();
    assert_eq!(
        error,
        format!(
            "{} was changed after the export: its files have 20 calls, but 10 were written",
            calls.display()
        )
    );
}
