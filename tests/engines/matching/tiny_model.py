"""A sentence-embedding model of five words, made on the spot: its vectors are told word by word."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

UNKNOWN = "[UNK]"
WORDS: Mapping[str, Sequence[float]] = {
    UNKNOWN: (0, 0, 0.1),
    "衛星": (1, 0, 0),
    "orbit": (1, 0, 0),
    "密碼": (0, 1, 0),
    "cipher": (0, 1, 0),
}


def tokenizer(words: Sequence[str] = tuple(WORDS)) -> Tokenizer:
    """A tokenizer that knows these words, each a token by its place."""
    made = Tokenizer(WordLevel({word: place for place, word in enumerate(words)}, unk_token=UNKNOWN))
    made.normalizer = Lowercase()
    made.pre_tokenizer = Whitespace()
    return made


def model_in(
    folder: Path,
    *,
    words: Sequence[str] = tuple(WORDS),
    inputs: Sequence[str] = ("input_ids", "attention_mask"),
    pooled: bool = False,
) -> Path:
    """The folder with the model and its tokenizer; ``pooled`` gives a vector a text, which is no output we know."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer(words).save(str(folder / "tokenizer.json"))
    vectors = numpy_helper.from_array(np.array(list(WORDS.values()), dtype=np.float32), "vectors")
    nodes = [helper.make_node("Gather", ["vectors", inputs[0]], ["tokens"])]
    if pooled:
        nodes.append(helper.make_node("ReduceMean", ["tokens"], ["text"], axes=[1], keepdims=0))
    shape: list[str | int | None] = ["batch", 3] if pooled else ["batch", "length", 3]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in inputs],
        [helper.make_tensor_value_info("text" if pooled else "tokens", TensorProto.FLOAT, shape)],
        [vectors],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(made, str(folder / "model.onnx"))
    return folder
