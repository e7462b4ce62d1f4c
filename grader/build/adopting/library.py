"""Names of libraries that compute, and reach no file, no process and no other machine."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


BUILTINS = _listed(
    """
    _ abs all any ArithmeticError AssertionError AttributeError bool classmethod cls complex
    dict divmod Ellipsis enumerate Exception False filter float frozenset IndexError int
    isinstance iter KeyError len list LookupError map max min next None NotImplemented
    NotImplementedError object OverflowError pow print property range reversed round
    RuntimeError self set slice sorted staticmethod StopIteration str sum super True tuple
    type TypeError ValueError ZeroDivisionError zip
    """
)
"""Of Python's own names, those that reach nothing outside of what they are given."""

MODULES = _listed(
    """
    cmath functools itertools keras math numpy operator tensorflow
    """
)
"""What may be imported."""

_NUMPY = _listed(
    """
    abs absolute add all allclose amax amin angle any append apply_along_axis arange argmax
    argmin argpartition argsort argwhere around array array_equal array_split asarray astype
    atleast_1d atleast_2d average axis base bincount block bool_ broadcast_arrays broadcast_to
    c_ ceil choice clip clipped column_stack concatenate conj conjugate convolve copy copysign
    corrcoef cos cosh count_nonzero cov cross cumprod cumsum default_rng det diag diagflat
    diagonal diff digitize divide dot double dsplit dstack dtype e einsum empty empty_like
    equal exp exp2 expand_dims expm1 eye fabs fill fix flat flatnonzero flatten flip fliplr
    flipud float float16 float32 float64 floor floor_divide fmax fmin fmod full full_like
    gradient greater greater_equal histogram hsplit hstack hypot identity imag in1d inf inner
    int int16 int32 int64 int8 integer interp intersect1d inv invert isclose isfinite isin
    isinf isnan item itemsize kron less less_equal linalg linspace log log10 log1p log2
    logaddexp logical_and logical_not logical_or logical_xor logspace lstsq matmul matrix_rank
    matrix_transpose max maximum mean median meshgrid min minimum mod move moveaxis multiply
    nan nan_to_num nanmax nanmean nanmin nanstd nansum nbytes ndarray ndenumerate ndim ndindex
    negative newaxis nonzero norm normal not_equal ones ones_like outer pad partition
    percentile permutation pi pinv place polyfit polyval positive power prod ptp put qr
    quantile r_ rand randint randn random ravel real reciprocal remainder repeat reshape
    resize result_type roll rollaxis rot90 round searchsorted select setdiff1d shape shuffle
    sign sin sinh size slogdet solve sort split sqrt square squeeze stack standard_normal std
    sum svd swapaxes T take take_along_axis tan tanh tensordot tile tolist trace transpose tri
    tril triu true_divide uint8 uniform unique unravel_index vander var vdot vectorize vsplit
    vstack where zeros zeros_like
    """
)
"""NumPy's functions, its arrays' methods, and its linear algebra."""

_ARGUMENTS = _listed(
    """
    a_max a_min arr axes bins casting constant_values ddof decimals dim edgeitems end endpoint
    high indices initial keepdims like loc low mode neginf num obj ord order out posinf q
    rcond repeats return_counts return_index return_inverse rowvar scale seed shift side start
    step stop strides subok toend values weights x x1 x2 y
    """
)
"""What these are given by name."""

_TENSORFLOW = _listed(
    """
    activations adjoint_a as_list assign assign_add assign_sub backend batch_dims bfloat16
    bool boolean_mask cast clip_by_value concat constant convert_to_tensor depth elu epsilon
    from_logits function gather gather_nd gelu get_shape GradientTape hard_sigmoid
    input_tensor inputs is_tensor keep_dims keras l2_normalize labels leaky_relu log_softmax
    logits losses math matvec multiples multiply_no_nan name ndims nn num_or_size_splits numpy
    off_value on_value one_hot ops paddings perm pow range rank reduce_all reduce_any
    reduce_logsumexp reduce_max reduce_mean reduce_min reduce_prod reduce_std reduce_sum
    reduce_variance relu rsqrt scatter_nd selu sigmoid slice softmax
    softmax_cross_entropy_with_logits softplus sparse_softmax_cross_entropy_with_logits
    stop_gradient subtract swish Tensor tensor tensor_scatter_nd_add tensor_scatter_nd_update
    top_k transpose_a transpose_b unstack validate_indices Variable
    """
)
"""TensorFlow's and Keras' functions, and their arguments."""

_PYTHON = _listed(
    """
    accumulate chain comb combinations count default degrees discard dist extend factorial
    fsum gcd get index insert isqrt items join keys lower partial permutations pop product
    radians reduce remove reverse strip union update upper
    """
)
"""Methods of Python's lists, dicts and texts, and functions of its modules."""

WORDS = _NUMPY | _ARGUMENTS | _TENSORFLOW | _PYTHON
"""Attributes and arguments of all of them."""

SPECIAL = _listed(
    """
    __add__ __call__ __enter__ __eq__ __exit__ __getitem__ __init__ __iter__ __len__ __lt__
    __mul__ __neg__ __next__ __pow__ __radd__ __rmul__ __setitem__ __sub__ __truediv__
    """
)
"""Methods that Python calls by itself."""

FORBIDDEN = _listed(
    """
    __bases__ __builtins__ __class__ __code__ __dict__ __globals__ __import__ __mro__
    __reduce__ __subclasses__ breakpoint builtins compile ctypes ctypeslib delattr eval exec
    exit f2py getattr globals help importlib input io load_op_library locals memoryview
    numpy_function open os pathlib popen py_function quit setattr shutil socket subprocess sys
    system vars
    """
)
"""Names that reach out, whoever else uses them."""

METHODS = frozenset({"compile", "help", "input"})
"""What of these as an attribute is something else: Keras compiles a model."""
