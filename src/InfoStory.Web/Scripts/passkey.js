const calls = {
  create: async (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: async (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

/** A form that is sent with what the browser makes of a passkey; shown only where the browser has them. */
export class PasskeyForm {
  constructor(form) {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;

    this.form = form;
    this.credential = form.querySelector('[name="Form.Credential"]');
    this.trouble = form.querySelector('[role="alert"]');
    form.hidden = false;
    form.addEventListener("submit", (event) => this.onSubmit(event));
  }

  async onSubmit(event) {
    if (this.credential.value) return;

    event.preventDefault();
    this.trouble.hidden = true;
    try {
      const answer = await fetch(this.form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(this.form)) });
      const credential = await calls[this.form.dataset.passkey](await answer.json());
      this.credential.value = JSON.stringify(credential);
      this.form.submit();
    } catch {
      this.trouble.hidden = false;
    }
  }
}
