//! Exports that must not start, and values that do not fit.

use std::time::Duration;

use jiff::Timestamp;
use mor_endpoints::UserId;

use super::support::{files, folder, seconds, switch, time};
use super::{export, formats, out, run};
use crate::{Export, Format};

#[tokio::test]
async fn settings_that_make_no_sense_send_nothing() {
    let simulator = switch(Vec::new(), Duration::ZERO);
    let folder = folder("settings");
    let base = || export(&simulator, 2, Format::Csv, &folder);
    let later = Timestamp::now() + jiff::SignedDuration::from_secs(3600);
    let fraction = Timestamp::from_millisecond(1500).unwrap();
    for (export, problem) in [
        (Export { till: time(5), ..base() }, "after it starts"),
        (Export { till: time(later.as_second()), ..base() }, "not over yet"),
        (Export { from: fraction, ..base() }, "whole seconds"),
        (base().window(Duration::ZERO), "one or more"),
        (base().window(Duration::from_millis(1500)), "one or more"),
    ] {
        let error = run(&export).await.unwrap_err();
        assert!(error.to_string().contains(problem), "{error}");
    }
    assert!(simulator.requests().is_empty() && files(&folder).is_empty());
}

#[tokio::test]
async fn what_belongs_to_somebody_else_is_left_alone() {
    let simulator = switch(seconds(1, 600), Duration::ZERO);
    for format in formats() {
        let folder = folder(&format!("foreign-{format:?}"));
        let foreign = match format {
            Format::Csv | Format::JsonLines => out(format, &folder),
            #[cfg(feature = "parquet")]
            Format::Parquet => out(format, &folder).join("date=2020-01-01/a.parquet"),
        };
        std::fs::create_dir_all(foreign.parent().unwrap()).unwrap();
        std::fs::write(&foreign, "mine").unwrap();
        let error = run(&export(&simulator, 1, format, &folder)).await.unwrap_err();
        assert!(error.to_string().contains("no state file"), "{error}");
        assert_eq!(files(&folder).len(), 1);
    }
}

#[tokio::test]
async fn an_export_is_resumed_only_as_what_it_was() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    let folder = folder("other-export");
    let base = || export(&simulator, 2, Format::Csv, &folder);
    run(&base()).await.unwrap();
    let state = base().state_path();
    assert_eq!(state.file_name().unwrap(), "calls.csv.state.json");
    let text = std::fs::read_to_string(&state).unwrap();
    assert!(text.contains("\"complete_to\": 1625778000") && !text.contains("hash"), "{text}");
    for (export, problem) in [
        (base().user(UserId(7)), "selection"),
        (base().as_user("bob"), "selection"),
        (Export { from: time(5), ..base() }, "another time"),
        (Export { format: Format::JsonLines, ..base() }.state_file(&state), "another format"),
    ] {
        let error = run(&export).await.unwrap_err();
        assert!(error.to_string().contains(problem), "{error}");
    }
    for (text, problem) in [
        ("", "it is not the state of an export: "),
        ("{", "it is not the state of an export: "),
        (&text[..text.len() / 2], "it is not the state of an export: "),
        ("{\"version\": 2}", "it is not the state of an export: missing field"),
        ("{\"version\": 3}", "it was written by a newer version of this program (state version 3)"),
    ] {
        std::fs::write(&state, text).unwrap();
        let before = files(&folder);
        let error = run(&base()).await.unwrap_err().to_string();
        assert!(error.starts_with(&format!("{}: {problem}", state.display())), "{error}");
        assert_eq!(files(&folder), before);
    }
}

#[tokio::test]
async fn a_missing_folder_is_named_before_anything_is_asked() {
    let simulator = switch(seconds(1, 600), Duration::ZERO);
    let folder = folder("missing-folder");
    let missing = folder.join("no");
    let out = missing.join("where.csv");
    let base = || export(&simulator, 1, Format::Csv, &folder);
    let file = Export { out: out.clone(), ..base() };
    let state = base().state_file(missing.join("state"));
    for (export, file) in [(file, out), (state, missing.join("state"))] {
        let expected = format!(
            "cannot write {}: the folder {} does not exist; create it first",
            file.display(),
            missing.display()
        );
        assert_eq!(run(&export).await.unwrap_err().to_string(), expected);
    }
    assert!(simulator.requests().is_empty() && files(&folder).is_empty());
}

#[tokio::test]
async fn of_two_exports_at_the_same_time_one_is_refused() {
    let simulator = switch(seconds(2, 600), Duration::from_millis(30));
    for format in formats() {
        let (once, twice) = (folder(&format!("once-{format:?}")), folder(&format!("at-once-{format:?}")));
        run(&export(&simulator, 2, format, &once)).await.unwrap();
        let (first, second) = (export(&simulator, 2, format, &twice), export(&simulator, 2, format, &twice));
        let (first, second) = tokio::join!(run(&first), run(&second));
        first.unwrap();
        let error = second.unwrap_err().to_string();
        if cfg!(unix) {
            let out = out(format, &twice);
            assert_eq!(error, format!("{}: another export is writing to it", out.display()));
        }
        assert_eq!(files(&twice), files(&once));
    }
}

#[tokio::test]
async fn two_exports_of_the_same_files_notice() {
    let simulator = switch(seconds(2, 600), Duration::ZERO);
    let folder = folder("twice");
    let first = export(&simulator, 2, Format::Csv, &folder);
    let mut spoiled = false;
    let state = first.state_path();
    let error = first
        .run(&mut |progress| {
            if progress.windows_done == 1 && !spoiled {
                spoiled = true;
                let text = std::fs::read_to_string(&state).unwrap();
                std::fs::write(&state, text.replace("\"rows\": ", "\"rows\": 1")).unwrap();
            }
        })
        .await
        .unwrap_err();
    assert!(error.to_string().contains("meanwhile"), "{error}");
}

#[cfg(feature = "parquet")]
#[tokio::test]
async fn a_value_that_does_not_fit_names_the_call() {
    let simulator = switch(Vec::new(), Duration::ZERO);
    let call = "<call><calldate2>2021-07-08 22:00:01</calldate2><user_price>0.0000000000000001</user_price>\
        <uniqueid>7.7</uniqueid></call>";
    let xml = format!("<page><calls_stat><calls>{call}</calls></calls_stat></page>");
    simulator.on(super::support::FUNCTION).respond(mor_sim::Answer::xml(xml));
    let folder = folder("unfit");
    let error = run(&export(&simulator, 1, Format::Parquet, &folder)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "call of 2021-07-08 22:00:01 with the unique ID 7.7: `user_price` has more than 15 digits after the \
         point: 0.0000000000000001"
    );
    run(&export(&simulator, 1, Format::Csv, &folder)).await.unwrap();
}
