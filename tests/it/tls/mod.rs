//! Real TLS connections, with certificates of an authority that is made for the test: what is refused, what an error
//! then says, that nothing of a request was sent, and what makes it work.

mod certificates;
mod handshakes;
mod server;
