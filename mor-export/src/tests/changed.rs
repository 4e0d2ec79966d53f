//! Outputs that someone changed after the export are refused and stay as they are.

use std::path::Path;
use std::time::Duration;

use mor_sim::Simulator;

use super::support::{HOUR, START, files, folder, seconds, switch, time};
use super::{WRITES_LEFT, export, out, run};
use crate::lines_file::window_path;
use crate::{Export, ExportError, Format};

const TEXTS: [Format; 2] = [Format::Csv, Format::JsonLines];

/// An hour of an export that is to be continued.
async fn first_hour(simulator: &Simulator, format: Format, folder: &Path) {
    let base = export(simulator, 2, format, folder);
    run(&Export { till: time(START + HOUR), ..base }).await.unwrap();
}

/// Continues the export: it is refused, nothing is asked of the server and no file is touched.
async fn refused(simulator: &Simulator, format: Format, folder: &Path) -> String {
    simulator.clear_requests();
    let before = files(folder);
    let error = run(&export(simulator, 2, format, folder)).await.unwrap_err();
    assert!(matches!(error, ExportError::Changed { .. }), "{error}");
    assert!(simulator.requests().is_empty());
    assert_eq!(files(folder), before);
    error.to_string()
}

#[tokio::test]
async fn a_changed_file_is_refused_and_stays_as_it_is() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    for format in TEXTS {
        let folder = folder(&format!("changed-{format:?}"));
        let path = out(format, &folder);
        first_hour(&simulator, format, &folder).await;
        let content = std::fs::read_to_string(&path).unwrap();
        let length = content.len();
        let mut other = content.clone().into_bytes();
        other[length / 2] ^= 1;
        let mut longer = other.clone();
        longer.extend_from_slice(b"mine\n");
        let not_those = "are not those that were written";
        for (changed, problem) in [
            // Saved by a spreadsheet.
            (
                content.replace('\n', "\r\n").into_bytes(),
                format!(
                    "it has {} bytes, and the first {length} {not_those}",
                    length + content.matches('\n').count()
                ),
            ),
            (
                format!("{content}mine\n").into_bytes(),
                format!("it has {} bytes, but {length} were written", length + 5),
            ),
            (
                content.as_bytes()[..length - 1].to_vec(),
                format!("it has {} bytes, but {length} were written", length - 1),
            ),
            (Vec::new(), format!("it has 0 bytes, but {length} were written")),
            (other, format!("its {length} bytes {not_those}")),
            (longer, format!("it has {} bytes, and the first {length} {not_those}", length + 5)),
        ] {
            std::fs::write(&path, &changed).unwrap();
            let expected = format!("{} was changed after the export: {problem}", path.display());
            assert_eq!(refused(&simulator, format, &folder).await, expected);
            assert_eq!(std::fs::read(&path).unwrap(), changed);
        }
        std::fs::remove_file(&path).unwrap();
        let expected = format!("{} was changed after the export: it is gone", path.display());
        assert_eq!(refused(&simulator, format, &folder).await, expected);
        // The change is undone: the export continues.
        std::fs::write(&path, &content).unwrap();
        run(&export(&simulator, 2, format, &folder)).await.unwrap();
    }
}

/// A complete export asks for nothing, but it does not call a changed file complete.
#[tokio::test]
async fn a_changed_file_of_a_complete_export_is_refused_too() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    let folder = folder("changed-complete");
    let path = out(Format::Csv, &folder);
    run(&export(&simulator, 2, Format::Csv, &folder)).await.unwrap();
    let content = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, content.replace("-1.50", "+1.50")).unwrap();
    let problem = format!("its {} bytes are not those that were written", content.len());
    let expected = format!("{} was changed after the export: {problem}", path.display());
    assert_eq!(refused(&simulator, Format::Csv, &folder).await, expected);
}

/// The tail of a run that was stopped while it copied a window is cut off only as long as it is nothing else.
#[tokio::test]
async fn a_tail_is_cut_off_only_if_it_is_the_exports_own() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    for format in TEXTS {
        let whole = folder(&format!("no-tail-{format:?}"));
        run(&export(&simulator, 2, format, &whole)).await.unwrap();
        let mut tails = 0;
        for writes in 0.. {
            let folder = folder(&format!("tail-{format:?}"));
            let path = out(format, &folder);
            first_hour(&simulator, format, &folder).await;
            let committed = std::fs::metadata(&path).unwrap().len();
            WRITES_LEFT.set(Some(writes));
            let result = run(&export(&simulator, 2, format, &folder)).await;
            WRITES_LEFT.set(None);
            if result.is_ok() {
                break;
            }
            let stopped = std::fs::read(&path).unwrap();
            let tail = stopped.len() as u64 - committed;
            tails += u32::from(tail > 0);
            let window = window_path(&path);
            assert!(tail == 0 || window.exists(), "what proves whose the tail is");
            let mut appended = stopped.clone();
            appended.extend_from_slice(b"mine\n");
            std::fs::write(&path, &appended).unwrap();
            refused(&simulator, format, &folder).await;
            if tail > 0 {
                // Half of the copy, as a power cut leaves it.
                std::fs::write(&path, &stopped[..stopped.len() - 7]).unwrap();
            } else {
                std::fs::write(&path, &stopped).unwrap();
            }
            run(&export(&simulator, 2, format, &folder)).await.unwrap();
            assert_eq!(files(&folder), files(&whole), "{format:?}, stopped after {writes} writes");
        }
        assert!(tails >= 2, "{tails} runs left a tail");
    }
}

#[tokio::test]
async fn a_tail_without_the_window_it_belongs_to_is_not_cut_off() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    let folder = folder("tail-alone");
    let path = out(Format::Csv, &folder);
    first_hour(&simulator, Format::Csv, &folder).await;
    std::fs::write(window_path(&path), "").unwrap();
    let content = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{content}x")).unwrap();
    let (length, more) = (content.len(), content.len() + 1);
    let expected = format!(
        "{} was changed after the export: it has {more} bytes, but {length} were written",
        path.display()
    );
    assert_eq!(refused(&simulator, Format::Csv, &folder).await, expected);
}

#[cfg(feature = "parquet")]
#[tokio::test]
async fn a_changed_parquet_file_is_refused_and_stays_as_it_is() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    let folder = folder("changed-parts");
    first_hour(&simulator, Format::Parquet, &folder).await;
    let part = out(Format::Parquet, &folder).join("date=2021-07-08/part-20210708T190000Z.parquet");
    let content = std::fs::read(&part).unwrap();
    let length = content.len();
    let mut other = content.clone();
    other[length / 2] ^= 1;
    for (changed, problem) in [
        (other, format!("its {length} bytes are not those that were written")),
        (content[..100].to_vec(), format!("it has 100 bytes, but {length} were written")),
        (b"mine".to_vec(), format!("it has 4 bytes, but {length} were written")),
    ] {
        std::fs::write(&part, &changed).unwrap();
        let expected = format!("{} was changed after the export: {problem}", part.display());
        assert_eq!(refused(&simulator, Format::Parquet, &folder).await, expected);
    }
    std::fs::remove_file(&part).unwrap();
    let expected = format!("{} was changed after the export: it is gone", part.display());
    assert_eq!(refused(&simulator, Format::Parquet, &folder).await, expected);
    std::fs::write(&part, &content).unwrap();
    // The place of the next window's file is taken by a file that is not the export's.
    let mine = out(Format::Parquet, &folder).join("date=2021-07-08/part-20210708T200000Z.parquet");
    std::fs::write(&mine, "mine").unwrap();
    let error = run(&export(&simulator, 2, Format::Parquet, &folder)).await.unwrap_err().to_string();
    let problem = "this export has not written it";
    assert_eq!(error, format!("{} was changed after the export: {problem}", mine.display()));
    assert_eq!(std::fs::read(&mine).unwrap(), b"mine");
    std::fs::remove_file(&mine).unwrap();
    run(&export(&simulator, 2, Format::Parquet, &folder)).await.unwrap();
}

/// Calls that go to a file without a name are lost: they must not count as exported.
#[tokio::test]
async fn a_file_that_is_moved_while_the_export_runs_is_noticed() {
    let simulator = switch(seconds(3, 600), Duration::ZERO);
    for format in TEXTS {
        for keeps_a_copy in [false, true] {
            let folder = folder(&format!("moved-{format:?}-{keeps_a_copy}"));
            let path = out(format, &folder);
            let export = export(&simulator, 3, format, &folder);
            let mut moved = false;
            let result = export
                .run(&mut |progress| {
                    if progress.windows_done == 1 && !moved {
                        moved = true;
                        std::fs::rename(&path, folder.join("moved")).unwrap();
                        if keeps_a_copy {
                            std::fs::copy(folder.join("moved"), &path).unwrap();
                        }
                    }
                })
                .await;
            let what = if keeps_a_copy { "replaced" } else { "removed" };
            let error = result.unwrap_err();
            assert!(matches!(error, ExportError::Changed { .. }), "{error}");
            assert!(error.to_string().ends_with(&format!("it was {what} while the export ran")), "{error}");
        }
    }
}

#[tokio::test]
async fn outputs_that_cannot_be_told_apart_or_reached_are_refused() {
    let simulator = switch(seconds(1, 600), Duration::ZERO);
    let folder = folder("same");
    let path = out(Format::Csv, &folder);
    let same = Export { state: Some(path.clone()), ..export(&simulator, 1, Format::Csv, &folder) };
    let error = run(&same).await.unwrap_err().to_string();
    assert!(error.contains("the state file and the output are the same file"), "{error}");
    assert!(!path.exists() && simulator.requests().is_empty());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.join("nothing"), &path).unwrap();
        let error = run(&export(&simulator, 1, Format::Csv, &folder)).await.unwrap_err();
        let chain = format!(
            "{error}: {}",
            std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default()
        );
        assert!(chain.contains("a link to a file that does not exist"), "{chain}");
    }
}
