//! Stage 4: signs, encodes and puts together.

use core::time::Duration;
use std::sync::Arc;

use secrecy::zeroize::Zeroizing;

use super::draft::Draft;
use super::prepared::Sent;
use super::{form, hash, multipart};
use crate::{
    CallOptions, Credentials, Effect, Endpoint, Error, InvalidRequest, Method, Params, PreparedRequest,
    RequestError, Server, Spec,
};

impl Server {
    /// Signs and encodes a call of `endpoint` to this server. A request that holds an [`Upload`](crate::Upload)
    /// becomes a `POST` with a multipart body even if [`Method::PostQuery`] is set; [`Method::Get`] is an error.
    ///
    /// ```
    /// use mor_api::{CallOptions, Credentials, Endpoint, RequestError, Server};
    ///
    /// fn body_of(endpoint: &impl Endpoint, server: &Server) -> Result<String, RequestError> {
    ///     let caller = Credentials::new("some_user").with_key("secret");
    ///     let request = server.prepare(endpoint, &caller, &CallOptions::default())?;
    ///     Ok(request.form().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&"))
    /// }
    /// ```
    pub fn prepare<E: Endpoint>(
        &self,
        endpoint: &E,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<PreparedRequest, RequestError> {
        self.prepare_checked(endpoint.check(), &Draft::new(endpoint, credentials, options), options.timeout)
    }

    /// Signs and encodes a call of a function whose type is not known here: `spec` and `params` are those of an endpoint.
    pub fn prepare_described(
        &self,
        spec: &'static Spec,
        params: &dyn Params,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<PreparedRequest, RequestError> {
        self.prepare_call(&Draft::described(spec, params, credentials, options), options.timeout)
    }

    /// Signs and encodes a call of a function that is not declared, by names and values known at run time: the parameters
    /// are [`CallOptions::extra`], and [`CallOptions::hash_order`] names those of them that are hashed.
    ///
    /// ```
    /// use mor_api::{CallOptions, Credentials, Effect, Server};
    ///
    /// let server = Server::new("https://switch.example.com")?;
    /// let credentials = Credentials::new("some_user").with_key("secret");
    /// let options = CallOptions {
    ///     extra: vec![("id".to_owned(), "2".into())],
    ///     hash_order: Some(vec!["id".to_owned()]),
    ///     ..CallOptions::default()
    /// };
    /// let request = server.prepare_undeclared("new_function", Effect::Read, &credentials, &options)?;
    /// assert!(request.form().any(|(_, value)| value == "38282ca5e65e63746498ef5b39a2fe71c6448df4"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prepare_undeclared(
        &self,
        function: &str,
        effect: Effect,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<PreparedRequest, RequestError> {
        self.prepare_call(&Draft::undeclared(function, effect, credentials, options), options.timeout)
            .map_err(|error| error.of_undeclared(function))
    }

    fn prepare_checked(
        &self,
        checked: Result<(), InvalidRequest>,
        call: &Draft<'_>,
        timeout: Option<Duration>,
    ) -> Result<PreparedRequest, RequestError> {
        checked.map_err(|invalid| RequestError::invalid(call.spec, invalid))?;
        self.prepare_call(call, timeout)
    }

    fn prepare_call(
        &self,
        call: &Draft<'_>,
        timeout: Option<Duration>,
    ) -> Result<PreparedRequest, RequestError> {
        call.check()?;
        let hash = hash::sign(call)?;
        let caller = call.secrets();
        let url = self.url_of(call.function()?);
        let url = url.map_err(|error| RequestError::function_name(call.spec, error))?;
        let mut url = Zeroizing::new(url);
        let form::Encoded { text: mut encoded, file } = form::encode(call, hash.as_ref())?;
        let (method, multipart) = match (file, self.method()) {
            (None, method) => (method, None),
            (Some(param), Method::Get) => return Err(RequestError::upload_by_get(call.spec, param)),
            (Some(_), _) => (Method::Post, Some(multipart::encode(call, hash.as_ref())?)),
        };
        if method != Method::Post {
            if !encoded.is_empty() {
                url.reserve_exact(1 + encoded.len());
                url.push('?');
                url.push_str(&encoded);
            }
            encoded = Zeroizing::default();
        }
        let is_local = self.is_local();
        let sent = Sent { spec: call.spec, method, url, is_local, encoded, multipart, caller };
        Ok(PreparedRequest { sent: Arc::new(sent), timeout, max_body: u64::MAX })
    }
}

impl<F> From<RequestError> for Error<F> {
    fn from(error: RequestError) -> Self {
        Self::request(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParamValue;

    struct Nothing;

    impl Params for Nothing {
        fn value(&self, _: usize) -> Option<&dyn ParamValue> {
            None
        }
    }

    const fn spec(function: &'static str) -> Spec {
        Spec::new(function, Effect::Write).with_aliases(&["old_name"])
    }

    static NAMED: Spec = spec("payment_create");
    static TRAVERSAL: Spec = spec("x/../payment_create");
    static EXTENSION: Spec = spec("payment_create.xml");

    fn errors(spec: &'static Spec, options: &CallOptions) -> [Option<String>; 2] {
        let server = Server::new("https://switch.example.com").unwrap();
        let caller = Credentials::new("admin").with_key("secret");
        let text = |error: RequestError| error.to_string();
        [
            server.prepare_described(spec, &Nothing, &caller, options).err().map(text),
            server.explain_described(spec, &Nothing, &caller, options).err().map(text),
        ]
    }

    #[test]
    fn no_url_is_made_from_what_is_not_a_name() {
        for spec in [&TRAVERSAL, &EXTENSION] {
            for error in errors(spec, &CallOptions::default()) {
                let expected = format!("`{}` is not a function name; expected", spec.function);
                assert!(error.is_some_and(|error| error.contains(&expected)), "{}", spec.function);
            }
        }
        let named = |name: &str| CallOptions { function: Some(name.to_owned()), ..CallOptions::default() };
        for error in errors(&NAMED, &named("payment_create.xml")) {
            assert!(error.is_some_and(|error| error.contains("`payment_create.xml`")));
        }
        assert_eq!(errors(&NAMED, &CallOptions::default()), [None, None]);
        assert_eq!(errors(&NAMED, &named("old_name")), [None, None]);
    }

    #[test]
    fn the_form_for_people_masks_secrets() {
        let server = Server::new("https://switch.example.com").unwrap();
        let caller = Credentials::new("admin").with_key("secret");
        let request = server.prepare_described(&NAMED, &Nothing, &caller, &CallOptions::default()).unwrap();
        let shown: Vec<_> = request.masked_form().collect();
        assert_eq!(
            shown,
            [("u", "admin"), ("hash", "***")].map(|(name, text)| (name.to_owned(), text.to_owned()))
        );
    }
}
