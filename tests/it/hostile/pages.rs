//! Pages for people, as web servers, proxies and the GUI send them: never an answer, whatever the status.

use mor_api::{ErrorKind, Unexpected};
use mor_endpoints::call::UserCallsGet;
use mor_sim::Answer;

use crate::support::{client, poll, simulator};

const PAGES: &[(&str, &str)] = &[
    (
        "apache",
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n\
         <h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n<hr>\n</body></html>",
    ),
    (
        "nginx",
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n\
         <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
    ),
    (
        "rails",
        "<!DOCTYPE html>\n<html>\n<head>\n  <title>We're sorry, but something went wrong (500)</title>\n  <style>body \
         { color: #2E2F30; }</style>\n</head>\n<body>\n<div class=\"dialog\"><h1>We're sorry</h1></div>\n</body>\n</html>",
    ),
    (
        "rails 2",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"\n \
         \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\"><body><h1>Application error</h1></body></html>",
    ),
    (
        "xhtml with a declaration",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \
         \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html><head><title>Login</title></head><body/></html>",
    ),
    (
        "login of the GUI",
        "\n\n<!DOCTYPE html>\n<!-- MOR -->\n<html lang='en'>\n<head><title>Login</title></head>\n<body>\n\
         <form action=\"/billing/callc/try_to_login\" method=\"post\"><input name=\"login[username]\"></form></body></html>",
    ),
    (
        "protection against attacks",
        "<!DOCTYPE html>\n<!--[if lt IE 7]> <html class=\"no-js ie6 oldie\" lang=\"en-US\"> <![endif]-->\n\
         <!--[if gt IE 8]><!--> <html class=\"no-js\" lang=\"en-US\"> <!--<![endif]-->\n<head><title>Attention \
         Required!</title><meta http-equiv=\"refresh\" content=\"5\"></head><body></body></html>",
    ),
    ("a script", "<script>window.location=\"/billing/callc/login\"</script>"),
    ("a fragment", "<h1>502 Bad Gateway</h1>\nThe server returned an invalid or incomplete response.\n"),
    ("without elements around it", "<meta charset=utf-8><title>Error 404 (Not Found)!!1</title><p>404."),
    (
        "captive portal",
        "<HTML><HEAD><META HTTP-EQUIV='refresh' CONTENT='0;url=http://portal/'></HEAD></HTML>",
    ),
];

#[tokio::test]
async fn a_page_is_no_answer_with_any_status() {
    for (name, page) in PAGES {
        for status in [200, 403, 404, 500, 502] {
            let simulator = simulator();
            let answer = Answer::text(*page).with_content_type("text/html").with_status(status);
            simulator.on(crate::support::POLL).respond(answer.clone());
            simulator.on("user_calls_get").respond(answer);
            let expected = if status == 200 { Unexpected::Html } else { Unexpected::Status(status) };
            let client = client(&simulator);
            let error = client.send(&poll()).await.unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::Unexpected(found) if *found == expected),
                "{name}: {error:?}"
            );
            let said = if status == 200 { "the answer is an HTML page" } else { "HTTP status" };
            assert!(error.to_string().contains(said), "{name}: {error}");
            assert_eq!(error.answer_received().unwrap().body(), page.as_bytes());

            let calls = UserCallsGet::new();
            let mut rows = client.call(&calls).rows();
            let error = rows.next().await.unwrap().unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::Unexpected(found) if *found == expected),
                "{name}: {error:?}"
            );
            assert!(rows.next().await.is_none());
        }
    }
}
