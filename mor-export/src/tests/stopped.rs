//! An export that stops after any of its writes is resumed to the same bytes.

use std::time::Duration;

use super::support::{HOUR, START, files, folder, seconds, switch, time};
use super::{WRITES_LEFT, export, formats, run};
use crate::{Export, ExportError};

const HOURS: i64 = 4;

#[tokio::test]
async fn stopped_after_any_write_and_resumed_it_is_as_if_it_had_never_stopped() {
    let simulator = switch(seconds(HOURS, 900), Duration::ZERO);
    for format in formats() {
        let whole = folder(&format!("whole-{format:?}"));
        run(&export(&simulator, HOURS, format, &whole)).await.unwrap();
        let expected = files(&whole);
        assert!(expected.values().map(Vec::len).sum::<usize>() > 3000);
        for writes in 0.. {
            let stopped = folder(&format!("stopped-{format:?}"));
            let export = export(&simulator, HOURS, format, &stopped);
            WRITES_LEFT.set(Some(writes));
            let result = run(&export).await;
            WRITES_LEFT.set(None);
            let Err(error) = result else {
                assert!(writes > 20, "{writes} writes are too few to be all");
                break;
            };
            assert!(matches!(error, ExportError::File { .. }), "{error}");
            run(&export).await.unwrap();
            assert_eq!(files(&stopped), expected, "{format:?}, stopped after {writes} writes");
        }
    }
}

#[tokio::test]
async fn stopped_again_and_again_it_comes_to_its_end() {
    let simulator = switch(seconds(HOURS, 900), Duration::ZERO);
    for format in formats() {
        let whole = folder(&format!("calm-{format:?}"));
        let all = run(&export(&simulator, HOURS, format, &whole)).await.unwrap().rows;
        let shaken = folder(&format!("shaken-{format:?}"));
        // Enough for a window, its predecessor's remains and the state; of Parquet files fewer writes are seen.
        let enough = if matches!(format, crate::Format::Csv | crate::Format::JsonLines) { 24 } else { 14 };
        let (mut stops, mut added) = (0, 0);
        loop {
            WRITES_LEFT.set(Some(enough + stops % 3));
            let result = run(&export(&simulator, HOURS, format, &shaken)).await;
            WRITES_LEFT.set(None);
            match result {
                Ok(summary) => {
                    assert_eq!(summary.rows, all);
                    added += summary.rows_added;
                    break;
                }
                Err(_) => stops += 1,
            }
        }
        assert!(stops >= 2 && added < all, "{stops} stops");
        assert_eq!(files(&shaken), files(&whole), "{format:?}");
    }
}

#[tokio::test]
async fn an_export_that_is_dropped_while_it_waits_is_resumed() {
    let simulator = switch(seconds(HOURS, 60), Duration::from_millis(10));
    for format in formats() {
        let (whole, dropped) = (folder(&format!("kept-{format:?}")), folder(&format!("dropped-{format:?}")));
        run(&export(&simulator, HOURS, format, &whole)).await.unwrap();
        let export = export(&simulator, HOURS, format, &dropped);
        for milliseconds in [1, 5, 12, 17, 25, 40] {
            let limit = Duration::from_millis(milliseconds);
            let _ = tokio::time::timeout(limit, run(&export)).await;
        }
        run(&export).await.unwrap();
        assert_eq!(files(&dropped), files(&whole), "{format:?}");
    }
}

#[tokio::test]
async fn a_later_end_and_another_window_continue_an_export_and_a_complete_one_asks_for_nothing() {
    let simulator = switch(seconds(HOURS, 60), Duration::ZERO);
    for format in formats().into_iter().take(2) {
        let (whole, grown) = (folder(&format!("once-{format:?}")), folder(&format!("grown-{format:?}")));
        let all = run(&export(&simulator, HOURS, format, &whole)).await.unwrap();
        let mut added = 0;
        for (till, window) in [(HOUR + 1, HOUR), (3 * HOUR - 1, 77), (HOURS * HOUR, 5000)] {
            let base = export(&simulator, HOURS, format, &grown);
            let part = Export { till: time(START + till), ..base };
            let window = Duration::from_secs(window.unsigned_abs());
            added += run(&part.window(window)).await.unwrap().rows_added;
        }
        assert_eq!(added, all.rows);
        assert_eq!(files(&grown), files(&whole));
        simulator.clear_requests();
        let again = run(&export(&simulator, HOURS, format, &grown)).await.unwrap();
        assert_eq!((again.rows, again.rows_added, again.windows), (all.rows, 0, 0));
        assert!(simulator.requests().is_empty());
    }
}
